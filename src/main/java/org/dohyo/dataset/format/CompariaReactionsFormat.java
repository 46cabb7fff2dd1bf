package org.dohyo.dataset.format;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Outcome;

/**
 * compar:IA's reactions: a like of one model's answer is a win over the other model of the conversation, a dislike a
 * defeat. No one compared the two, so these are inferred.
 */
@ApplicationScoped
class CompariaReactionsFormat implements VoteFormat {

    @Override
    public String name() {
        return "comparia-reactions";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("model_a_name", "model_b_name", "liked", "disliked");
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        Pair pair = Pair.of(given, "model_a_name", "model_b_name");
        boolean liked = given.flag("liked", false);
        if (liked == given.flag("disliked", false)) {
            throw new InvalidRecord.NoVote("liked", VoteFileMessages::noReaction);
        }
        boolean winsA = onA(given, pair) == liked;
        return List.of(new Comparison("comparia:reaction:" + given.required("id"), false, pair.modelA(), pair.modelB(),
                winsA ? Outcome.A : Outcome.B, null, SourceKind.INFERRED, CompariaVoter.of(given), turn(given), true,
                Topics.of(CompariaVoter.prompts(given)), null, null, given.time("timestamp")));
    }

    private static boolean onA(Fields given, Pair pair) throws InvalidRecord {
        String side = given.optional("model_pos");
        if (side == null) {
            return pair.won(given.name("refers_to_model"), "refers_to_model") == Outcome.A;
        }
        return switch (side.strip()) {
            case "a" -> true;
            case "b" -> false;
            default -> throw new InvalidRecord("model_pos", VoteFileMessages::unknownSide);
        };
    }

    private static int turn(Fields given) {
        double rank = given.number("msg_rank");
        return rank >= 0 && rank < 1_000_000 ? (int) rank + 1 : 1;
    }
}
