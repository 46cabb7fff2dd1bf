package org.dohyo.dataset.format.lmsys;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Outcome;
import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.Fields;
import org.dohyo.dataset.format.InvalidRecord;
import org.dohyo.dataset.format.Pair;
import org.dohyo.dataset.format.Slug;
import org.dohyo.dataset.format.SourceKind;
import org.dohyo.dataset.format.Topics;
import org.dohyo.dataset.format.VoteFileMessages;
import org.dohyo.dataset.format.VoteFormat;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * FastChat's pairwise judgements of MT-bench ({@code gpt-4_pair.jsonl}): two games with the answers exchanged. As in
 * FastChat, a model wins if it wins both; anything else is a tie.
 */
@ApplicationScoped
class MtBenchPairsFormat implements VoteFormat {

    @Override
    public String name() {
        return "mt-bench-pairs";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("model_1", "model_2", "g1_winner", "g2_winner");
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        Pair pair = Pair.of(given, "model_1", "model_2");
        String first = winner(given, "g1_winner");
        String second = winner(given, "g2_winner");
        Outcome outcome = !first.equals(second) || first.equals("tie") ? Outcome.TIE
                : first.equals("model_1") ? Outcome.A : Outcome.B;
        JsonNode judge = given.nested("judge");
        String name = Fields.storable("judge", judge.isArray() ? judge.path(0).asText() : given.required("judge"));
        String identity = String.join(":", "mt-bench-pairs", given.required("question_id"), Slug.of(pair.modelA()),
                Slug.of(pair.modelB()), name, Integer.toString(given.turn("turn")));
        return List.of(new Comparison(identity, false, pair.modelA(), pair.modelB(), outcome, null, SourceKind.JUDGE,
                "mt-bench:" + name, given.turn("turn"), true, Topics.of(List.of()), null, null,
                given.timeOrNow("tstamp")));
    }

    private static String winner(Fields given, String field) throws InvalidRecord {
        String winner = given.json().path(field).asText();
        return switch (winner) {
            case "model_1", "model_2", "tie" -> winner;
            case "error" -> throw new InvalidRecord.NoVote(field, VoteFileMessages::judgeFailed);
            default -> throw InvalidRecord.unknown(field, winner, VoteFileMessages::unknownWinner);
        };
    }
}
