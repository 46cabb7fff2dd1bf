package org.dohyo.dataset.format;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Outcome;

/** compar:IA's votes: the chosen model by its name, or both equal. */
@ApplicationScoped
class CompariaVotesFormat implements VoteFormat {

    @Override
    public String name() {
        return "comparia-votes";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("model_a_name", "model_b_name", "both_equal") || first.has("model_a_name",
                "chosen_model_name");
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        Pair pair = Pair.of(given, "model_a_name", "model_b_name");
        return List.of(new Comparison("comparia:vote:" + given.required("id"), false, pair.modelA(), pair.modelB(),
                outcome(given, pair), null, SourceKind.PERSON, CompariaVoter.of(given), CompariaVoter.turns(given),
                true,
                Topics.of(CompariaVoter.prompts(given)), null, null, given.time("timestamp")));
    }

    private static Outcome outcome(Fields given, Pair pair) throws InvalidRecord {
        String chosen = given.optional("chosen_model_name");
        if (given.flag("both_equal", chosen == null)) {
            if (chosen != null) {
                throw new InvalidRecord("both_equal", VoteFileMessages::equalAndChosen);
            }
            return Outcome.TIE;
        }
        if (chosen == null) {
            throw new InvalidRecord("chosen_model_name", VoteFileMessages::neitherEqualNorChosen);
        }
        return pair.won(chosen.strip(), "chosen_model_name");
    }
}
