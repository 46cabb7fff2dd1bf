package org.dohyo.dataset.exports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.dohyo.battle.Exchange;
import org.dohyo.battle.Outcome;
import org.dohyo.battle.Side;
import org.dohyo.text.Language;
import org.dohyo.text.LanguageNames;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A logged vote with what formats need of it.
 *
 * @param position of its entry in the log
 * @param importKey null for a battle of this arena
 * @param modelA a slug
 * @param voter the voter's tag in the public log, in hexadecimal
 * @param turn the number of turns
 * @param reasons null if they aren't exported
 * @param styleA as it was measured; null if unknown
 * @param texts the turns in order; empty if they aren't exported, were erased, or were never known
 */
public record ExportedVote(long position, UUID battleId, String importKey, String modelA, String modelB,
        Outcome outcome,
        List<String> categories, String voter, Instant castAt, boolean blind, int turn, boolean counted,
        String notCountedReason, Instant withdrawnAt, Instant excludedAt, String excludedReason, Reasons reasons,
        JsonNode styleA, JsonNode styleB, List<Exchange> texts) {

    private static final String FAST_CHAT_KEY = "fastchat:";

    /** Why the voter judged so; the comment is null if there is none. */
    public record Reasons(List<String> a, List<String> b, String comment) {
    }

    /** Under which the vote is known elsewhere: an imported vote keeps the identity of its file. */
    String identity() {
        return importKey != null && importKey.startsWith(FAST_CHAT_KEY) ? importKey.substring(FAST_CHAT_KEY.length())
                : battleId.toString();
    }

    public ExportedVote with(List<Exchange> turns) {
        return new ExportedVote(position, battleId, importKey, modelA, modelB, outcome, categories, voter, castAt,
                blind, turn, counted, notCountedReason, withdrawnAt, excludedAt, excludedReason, reasons, styleA,
                styleB, turns);
    }

    boolean hasTexts() {
        return !texts.isEmpty() && texts.stream()
                .allMatch(turn -> given(turn.prompt()) && given(turn.answerA()) && given(turn.answerB()));
    }

    private static boolean given(String text) {
        return text != null && !text.isEmpty();
    }

    String model(Side side) {
        return side == Side.A ? modelA : modelB;
    }

    /** The side of the better answer; null for a tie and for both bad. */
    Side better() {
        return switch (outcome) {
            case A -> Side.A;
            case B -> Side.B;
            case TIE, BOTH_BAD -> null;
        };
    }

    /** The outcome as FastChat's files name it, among which the name of both bad differs. */
    String winner(String bothBad) {
        return switch (outcome) {
            case A -> "model_a";
            case B -> "model_b";
            case TIE -> "tie";
            case BOTH_BAD -> bothBad;
        };
    }

    static String answer(Exchange turn, Side side) {
        return side == Side.A ? turn.answerA() : turn.answerB();
    }

    /** All messages of a side's conversation in order; null without texts. */
    List<Message> conversation(Side side) {
        return hasTexts() ? texts.stream()
                .flatMap(turn -> Stream.of(Message.user(turn.prompt()), Message.assistant(answer(turn, side)))).toList()
                : null;
    }

    /**
     * The category of the language of the prompts. What a program judged and what was inferred has its own category
     * alone, by which the language isn't known.
     */
    String language() {
        return categories.size() > 1 ? categories.get(1) : Language.OTHER.slug();
    }

    /** The English name of the language, {@code unknown} if it isn't known. */
    String languageName() {
        return LanguageNames.english(language()).orElse("unknown");
    }

    /** The ISO 639-1 code of the language, {@code und} if it isn't known. */
    String languageCode() {
        return LanguageNames.code(language()).orElse("und");
    }
}
