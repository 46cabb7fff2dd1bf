package org.dohyo.dataset.format.lmsys;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.dohyo.battle.Outcome;
import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.Fields;
import org.dohyo.dataset.format.ImportedStyle;
import org.dohyo.dataset.format.InvalidRecord;
import org.dohyo.dataset.format.Pair;
import org.dohyo.dataset.format.SourceKind;
import org.dohyo.dataset.format.Topics;
import org.dohyo.dataset.format.VoteFileMessages;

import com.fasterxml.jackson.databind.JsonNode;

/** One record of FastChat's clean_battle format or of the sets that LMArena published in the same words. */
record FastChatRecord(Fields given) {

    /** The voter of sets whose voters were taken out. */
    private static final String NOBODY = "arena_user_";
    private static final Map<String, Outcome> WINNERS = Map.of("model_a", Outcome.A, "model_b", Outcome.B, "tie",
            Outcome.TIE, "tie (bothbad)", Outcome.BOTH_BAD, "both_bad", Outcome.BOTH_BAD);
    /** The columns in which the 55k set has its winner, as 0 or 1. */
    private static final Map<String, Outcome> COLUMNS = Map.of("winner_model_a", Outcome.A, "winner_model_b", Outcome.B,
            "winner_tie", Outcome.TIE);

    Comparison comparison() throws InvalidRecord {
        if (!given.json().isObject()) {
            throw new InvalidRecord(null, VoteFileMessages::noObject);
        }
        Pair pair = Pair.of(given, "model_a", "model_b");
        String identity = identity();
        JsonNode metadata = given.nested("conv_metadata");
        return new Comparison(identity == null ? "fastchat:sha256:" + given.hash() : "fastchat:" + identity,
                identity == null, pair.modelA(), pair.modelB(), outcome(), null, SourceKind.PERSON, voter(),
                given.turn("turn"), blind(), Topics.of(given.optional("language"), prompts()),
                ImportedStyle.of(metadata, "a"), ImportedStyle.of(metadata, "b"), castAt());
    }

    /** Null if the record has none. */
    private String identity() throws InvalidRecord {
        String question = given.optional("question_id");
        String id = question == null ? given.optional("id") : null;
        return id == null ? question : "id:" + id;
    }

    private Outcome outcome() throws InvalidRecord {
        return given.has("winner") || !given.has("winner_model_a") ? winner("winner", given.json().path("winner"))
                : ofColumns();
    }

    static Outcome winner(String field, JsonNode value) throws InvalidRecord {
        Outcome outcome = WINNERS.get(value.asText());
        if (outcome == null) {
            throw InvalidRecord.unknown(field, value.asText(), VoteFileMessages::unknownWinner);
        }
        return outcome;
    }

    private Outcome ofColumns() throws InvalidRecord {
        List<String> won = COLUMNS.keySet().stream().filter(column -> given.number(column) == 1).toList();
        if (won.size() != 1) {
            int ones = won.size();
            throw new InvalidRecord("winner_model_a", words -> words.winnerColumns(ones));
        }
        return COLUMNS.get(won.get(0));
    }

    private String voter() throws InvalidRecord {
        String judge = given.optional("judge");
        if (judge == null) {
            judge = given.optional("judge_hash");
        }
        if (judge != null) {
            return judge.equals(NOBODY) ? null : "fastchat:" + judge;
        }
        String session = given.optional("evaluation_session_id");
        return session == null ? null : "fastchat:session:" + session;
    }

    private boolean blind() throws InvalidRecord {
        JsonNode anony = given.json().path("anony");
        if (!anony.isBoolean() && !anony.isMissingNode() && !anony.isNull()) {
            throw new InvalidRecord("anony", words -> words.noFlag("anony"));
        }
        return anony.asBoolean(true);
    }

    private List<String> prompts() {
        return given.has("prompt") && !given.has("conversation_a") ? given.prompt("prompt")
                : Fields.prompts(given.nestedOrText("conversation_a"));
    }

    private Instant castAt() throws InvalidRecord {
        if (!given.timed()) {
            return given.now();
        }
        return given.json().hasNonNull("tstamp") || !given.json().hasNonNull("timestamp")
                ? given.seconds("tstamp")
                : given.time("timestamp");
    }
}
