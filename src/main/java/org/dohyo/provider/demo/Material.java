package org.dohyo.provider.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/** The material of a generator that understands some words of a question. */
final class Material {

    private static final int WHOLE_TOPIC = 6;
    private static final int ITEM_LENGTH = 24;
    private static final int WORD_LINES = 6;

    private final Question question;
    private final Texts texts;
    private final List<String> words;
    private final Map<String, String> slots = new HashMap<>();

    Material(Question question, int grasp) {
        this.question = question;
        this.texts = question.language().texts();
        this.words = question.words().subList(0, Math.min(grasp, question.words().size()));
        String known = words.isEmpty() ? texts.get("nothing") : String.join(texts.get("comma"), words);
        String topic = grasp >= WHOLE_TOPIC && !question.topic().isEmpty() ? question.topic() : known;
        slots.put("topic", topic);
        slots.put("Topic", topic.substring(0, 1).toUpperCase(Locale.ROOT) + topic.substring(1));
        slots.put("words", known);
        slots.put("pair", String.join(texts.get("and"), words.subList(0, Math.min(2, words.size()))));
        slots.put("word", words.isEmpty() ? texts.get("nothing") : words.get(0));
        slots.put("equation", Sum.in(question.text()).map(Sum::equation).orElse(""));
        compared();
    }

    private void compared() {
        Matcher pair = texts.matcher("pair", question.text());
        boolean found = pair.find();
        slots.put("first", found ? Cleaning.phrase(pair.group("first"), ITEM_LENGTH) : texts.get("first"));
        slots.put("second", found ? Cleaning.phrase(pair.group("second"), ITEM_LENGTH) : texts.get("second"));
    }

    boolean knowsNothing() {
        return words.isEmpty();
    }

    /** A text for the question's kind, filled. */
    String part(String name) {
        return Texts.fill(texts.get(question.subject(), question.kind(), name), slots);
    }

    List<String> lines(String name, int limit) {
        return part(name).lines().limit(limit).toList();
    }

    /** A line for each of the first words, in turn by the templates of that name; none where it has none. */
    List<String> eachWord(String name) {
        List<String> templates = texts.get(question.subject(), question.kind(), name).lines().toList();
        int lines = templates.isEmpty() ? 0 : Math.min(WORD_LINES, words.size());
        return IntStream.range(0, lines)
                .mapToObj(i -> Texts.fill(templates.get(i % templates.size()), Map.of("word", words.get(i)))).toList();
    }

    /** The kind's equation; empty for a sum, which would have to be worked out. */
    String formula() {
        return question.kind() == Kind.SUM ? "" : part("equation");
    }

    /** A table with a row for each of the first words, or the kind's own; empty where it has neither. */
    String table() {
        List<String> rows = eachWord("row");
        return rows.isEmpty() ? part("table") : part("table") + "\n" + String.join("\n", rows);
    }

    /** One of the lines, always the same for the same question. */
    String pick(String key) {
        List<String> lines = texts.get(key).lines().toList();
        return Texts.fill(lines.get(Math.floorMod(question.text().hashCode(), lines.size())), slots);
    }
}
