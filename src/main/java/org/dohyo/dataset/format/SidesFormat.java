package org.dohyo.dataset.format;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Outcome;

/**
 * Comparisons of a left and a right model, as llmfao and other crowd-sourced sets have them: {@code left},
 * {@code right},
 * {@code winner}, and the {@code worker} if people compared. Without a worker it was a judge.
 */
@ApplicationScoped
class SidesFormat implements VoteFormat {

    @Override
    public String name() {
        return "sides";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("left", "right", "winner");
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        Pair pair = Pair.of(given, "left", "right");
        String worker = given.optional("worker");
        boolean people = given.has("worker");
        String id = given.optional("id");
        String identity = id == null ? "sides:sha256:" + given.hash()
                : Fields.storable("id", String.join(":", "sides", id, worker == null ? "" : worker,
                        Slug.of(pair.modelA()), Slug.of(pair.modelB())));
        return List.of(new Comparison(identity, id == null || people && worker == null, pair.modelA(), pair.modelB(),
                outcome(given), null, people ? SourceKind.PERSON : SourceKind.JUDGE,
                worker == null ? people ? null : "sides:judge" : "sides:" + worker, 1, true,
                Topics.of(List.of()), null, null, given.timeOrNow("tstamp")));
    }

    private static Outcome outcome(Fields given) throws InvalidRecord {
        String winner = given.json().path("winner").asText().strip();
        return switch (winner) {
            case "left" -> Outcome.A;
            case "right" -> Outcome.B;
            case "tie" -> Outcome.TIE;
            default -> throw InvalidRecord.unknown("winner", winner, VoteFileMessages::unknownWinner);
        };
    }
}
