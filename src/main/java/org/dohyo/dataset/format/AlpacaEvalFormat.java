package org.dohyo.dataset.format;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.support.Hashes;

/**
 * alpaca_eval's annotations: a judge's {@code preference} from 1 (the first output) through 1.5 (a tie) to 2 (the
 * second). A missing or zero one is a call that failed.
 */
@ApplicationScoped
class AlpacaEvalFormat implements VoteFormat {

    @Override
    public String name() {
        return "alpaca-eval";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("generator_1", "generator_2", "preference");
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        Pair pair = Pair.of(given, "generator_1", "generator_2");
        double preference = preference(given);
        String annotator = given.optional("annotator");
        String instruction = Fields.words(given.json().path("instruction"));
        String what = String.join("\n", instruction, pair.modelA(), pair.modelB(), annotator == null ? "" : annotator);
        return List.of(new Comparison("alpaca-eval:" + Hashes.sha256Hex(what), instruction.isEmpty(), pair.modelA(),
                pair.modelB(), Preference.outcome(preference - 1), Preference.strength(preference - 1),
                SourceKind.JUDGE, annotator == null ? null : "alpaca-eval:" + annotator, 1, true,
                Topics.of(given.prompt("instruction")), null, null, given.now()));
    }

    private static double preference(Fields given) throws InvalidRecord {
        double preference = given.number("preference");
        if (Double.isNaN(preference) && given.json().path("preference").asText().isBlank()
                || given.json().path("preference").isNull() || preference == 0) {
            throw new InvalidRecord.NoVote("preference", VoteFileMessages::noPreference);
        }
        if (!(preference >= 1 && preference <= 2)) {
            throw new InvalidRecord("preference", words -> words.notBetween("preference", 1, 2));
        }
        return preference;
    }
}
