package org.dohyo.dataset.format;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Arena-Hard's judgements: two games of a model and a baseline, which is A in the first and B in the second. The score
 * {@code A>>B} has the strength 1, {@code A>B} one half.
 */
@ApplicationScoped
class ArenaHardFormat implements VoteFormat {

    /** The baseline of the first version, whose files don't name it. */
    private static final String FIRST_BASELINE = "gpt-4-0314";
    private static final List<String> SCORES = List.of("A>>B", "A>B", "A=B", "B>A", "B>>A");

    @Override
    public String name() {
        return "arena-hard";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("model", "judge", "games");
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        String model = given.name("model");
        String baseline = given.json().hasNonNull("baseline") ? given.name("baseline") : FIRST_BASELINE;
        String question = given.required(given.json().hasNonNull("uid") ? "uid" : "question_id");
        String judge = given.name("judge");
        JsonNode games = given.nested("games");
        if (!games.isArray() || games.isEmpty() || games.size() > 2) {
            throw new InvalidRecord("games", VoteFileMessages::noGames);
        }
        List<Comparison> read = new ArrayList<>();
        for (int game = 0; game < games.size(); game++) {
            int score = SCORES.indexOf(games.path(game).path("score").asText().replace("A=A", "A=B"));
            if (score >= 0) {
                Pair pair = game == 0 ? Pair.of(baseline, model) : Pair.of(model, baseline);
                double towardsB = score / 4.0;
                read.add(new Comparison(String.join(":", "arena-hard", question, Slug.of(model), Slug.of(baseline),
                        judge, Integer.toString(game + 1)), false, pair.modelA(), pair.modelB(),
                        Preference.outcome(towardsB), Preference.strength(towardsB), SourceKind.JUDGE,
                        "arena-hard:" + judge, 1, true, Topics.of(List.of()), null, null, given.timeOrNow("tstamp")));
            }
        }
        if (read.isEmpty()) {
            throw new InvalidRecord.NoVote("games", VoteFileMessages::noScore);
        }
        return read;
    }
}
