package org.dohyo.provider.demo;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The six scripted generators, best first: how each writes, and at what pace. */
enum DemoModel {

    YOKOZUNA("demo-yokozuna", "横綱", 12, new Pace(500, 80, 40), Writing::complete),
    OZEKI("demo-ozeki", "大関", 6, new Pace(700, 80, 35), Writing::orderly),
    SEKIWAKE("demo-sekiwake", "関脇", 3, new Pace(300, 90, 30), Writing::brief),
    KOMUSUBI("demo-komusubi", "小結", 2, new Pace(900, 80, 24), Writing::plain),
    MAEGASHIRA("demo-maegashira", "前頭", 1, new Pace(400, 100, 18), Writing::vague),
    JONOKUCHI("demo-jonokuchi", "序ノ口", 0, new Pace(200, 100, 10), Writing::offThePoint);

    /**
     * @param firstMillis before the first text
     * @param chunkMillis between two chunks
     * @param chunks at most, whatever the length of the text
     */
    record Pace(long firstMillis, long chunkMillis, int chunks) {
    }

    private static final String PREFIX = "demo-";
    private static final Pattern NAMES = Pattern.compile(Arrays.stream(values())
            .map(model -> model.id.substring(PREFIX.length()) + "|" + model.japanese)
            .collect(Collectors.joining("|", "(?:demo[-_\\s]*)?(?:", ")")), Pattern.CASE_INSENSITIVE);

    private final String id;
    private final String japanese;
    private final int grasp;
    private final Pace pace;
    private final Function<Material, String> writing;

    DemoModel(String id, String japanese, int grasp, Pace pace, Function<Material, String> writing) {
        this.id = id;
        this.japanese = japanese;
        this.grasp = grasp;
        this.pace = pace;
        this.writing = writing;
    }

    static Optional<DemoModel> ofId(String id) {
        return Arrays.stream(values()).filter(model -> model.id.equals(id)).findFirst();
    }

    /** The text without any generator's name: an answer that repeats one from its prompt would seem to sign itself. */
    static String withoutNames(String text) {
        return NAMES.matcher(text).replaceAll("…");
    }

    String id() {
        return id;
    }

    Pace pace() {
        return pace;
    }

    /** The answer to the last of a conversation's prompts: the same prompts always get the same text. */
    String answer(Question question) {
        // Names go once more at the end, as words that stood apart in the prompt may meet in the answer.
        return withoutNames(writing.apply(new Material(question, grasp)));
    }
}
