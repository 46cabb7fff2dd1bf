package org.dohyo.vote;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.dohyo.web.ParameterPlace;

/**
 * The votes that a list at the desk shows; an empty text selects by nothing.
 *
 * @param model part of a model's slug or name, in any case
 * @param words part of the beginning of the first prompt, in any case
 * @param voter the beginning of the voter's tag, in lower-case hexadecimal digits
 */
public record VoteSelection(Kind kind, String model, String words, String voter) {

    /** All votes, or those that aren't in the ratings for one of two causes. */
    public enum Kind {
        ALL(""),
        /** Taken out of the ratings by a moderator. */
        EXCLUDED(" and v.excludedAt is not null"),
        /** Not counted from the start. */
        UNCOUNTED(" and v.counted = false");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    private static final int MOST_CHARACTERS = 200;
    private static final int TAG_DIGITS = 64;
    private static final Pattern TAG_BEGINNING = Pattern.compile("(?:[0-9a-f]{4,64})?");

    /**
     * The selection by the parameters of a request.
     *
     * @throws org.dohyo.web.Refusal 400 if one is too long or no tag, or both kinds are asked for
     */
    static VoteSelection of(boolean excluded, boolean uncounted, String model, String words, String voter) {
        ParameterPlace.QUERY.check(VotesMessages.class, "uncounted", !(excluded && uncounted),
                VotesMessages::notWithExcluded);
        String tag = voter.strip().toLowerCase(Locale.ROOT);
        ParameterPlace.QUERY.check(VotesMessages.class, "voter", TAG_BEGINNING.matcher(tag).matches(),
                VotesMessages::noTag);
        Kind kind = excluded ? Kind.EXCLUDED : uncounted ? Kind.UNCOUNTED : Kind.ALL;
        return new VoteSelection(kind, bounded("model", model), bounded("q", words), tag);
    }

    private static String bounded(String parameter, String text) {
        ParameterPlace.QUERY.check(parameter, text.length() <= MOST_CHARACTERS,
                words -> words.longest(MOST_CHARACTERS));
        return text.strip();
    }

    /** True if votes are searched for by a model, words or a voter. */
    public boolean searched() {
        return byBattle() || !voter.isEmpty();
    }

    public boolean excluded() {
        return kind == Kind.EXCLUDED;
    }

    public boolean uncounted() {
        return kind == Kind.UNCOUNTED;
    }

    boolean byModel() {
        return !model.isEmpty();
    }

    /** True if no index leads to the votes: any number of prompts may have to be read. */
    boolean byWordsOfAnyone() {
        return !words.isEmpty() && voter.isEmpty();
    }

    /** True if {@link #condition} needs the vote's battle. */
    boolean byBattle() {
        return byModel() || !words.isEmpty();
    }

    /**
     * The end of a query's condition on a vote {@code v} and its battle {@code s}, with the {@link #values} and, if
     * {@link #byModel}, with {@code models}, the ids of the models.
     */
    String condition() {
        return kind.condition + (byModel() ? " and (s.modelA in :models or s.modelB in :models)" : "")
                + (words.isEmpty() ? "" : " and locate(lower(:words), lower(s.prompt)) > 0")
                + (voter.isEmpty() ? "" : " and v.voterTag between :leastTag and :greatestTag");
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        if (!words.isEmpty()) {
            values.put("words", words);
        }
        if (!voter.isEmpty()) {
            values.put("leastTag", tag('0'));
            values.put("greatestTag", tag('f'));
        }
        return values;
    }

    private byte[] tag(char rest) {
        return HexFormat.of().parseHex(voter + String.valueOf(rest).repeat(TAG_DIGITS - voter.length()));
    }

    VoteSelection with(Kind other) {
        return new VoteSelection(other, model, words, voter);
    }

    VoteSelection withoutSearch() {
        return new VoteSelection(kind, "", "", "");
    }

    /** The query string of the selection's page of votes before that time; with null, of its first page. */
    String query(Instant before) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("excluded", excluded() ? "true" : "");
        parameters.put("uncounted", uncounted() ? "true" : "");
        parameters.put("model", model);
        parameters.put("q", words);
        parameters.put("voter", voter);
        parameters.put("before", before == null ? "" : before.toString());
        return parameters.entrySet().stream().filter(given -> !given.getValue().isEmpty())
                .map(given -> given.getKey() + "=" + URLEncoder.encode(given.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
