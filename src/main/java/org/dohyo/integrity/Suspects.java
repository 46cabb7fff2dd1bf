package org.dohyo.integrity;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.integrity.tilt.KeyKind;
import org.dohyo.model.Model;

/** What the desk shows of suspicious votes. */
@ApplicationScoped
public class Suspects {

    private static final int TAG_CHARACTERS = 12;
    private static final double HIGHEST_PERCENT = 99.9;

    private final Suspect.Repository suspects;
    private final Validation.Repository validations;
    private final Model.Repository models;

    Suspects(Suspect.Repository suspects, Validation.Repository validations, Model.Repository models) {
        this.suspects = suspects;
        this.validations = validations;
        this.models = models;
    }

    /**
     * Some votes with something in common.
     *
     * @param key the beginning of the voter's tag, a day, or the beginning of a tag that says nothing outside its day
     * @param evidence E now
     * @param strongest the largest E so far
     */
    public record Item(UUID id, KeyKind kind, String key, Standing standing, long votes, double evidence,
            double strongest, Instant firstAt, Instant lastAt, List<Judgement> judgements) {

        /** The newest judgement that says what the votes speak for, or null. */
        public Judgement explained() {
            return judgements.stream().filter(judgement -> judgement.what != null).reduce((first, second) -> second)
                    .orElse(null);
        }

        public boolean ofVoter() {
            return kind == KeyKind.VOTER;
        }

        public boolean cleared() {
            return standing == Standing.CLEARED;
        }

        public boolean excluded() {
            return standing == Standing.EXCLUDED;
        }

        /** The name of the kind, for messages. */
        public String kindName() {
            return kind.name();
        }

        /** The name of the standing, for messages. */
        public String standingName() {
            return standing.name();
        }

        /** One honest group in so many would ever look like this. */
        public long oneIn() {
            return (long) Math.min(1e9, strongest);
        }
    }

    /**
     * A judgement.
     *
     * @param what {@code leaning}, {@code against}, {@code promoting} or {@code coin}; null for a person's judgement
     * @param model the name of the model that it is about; null for none
     */
    public record Judgement(String method, Standing outcome, Double confidence, String what, String model,
            String decidedBy, String reason, Instant at) {

        /** The name of the outcome, for messages. */
        public String outcomeName() {
            return outcome.name();
        }

        /**
         * The confidence in percent with one decimal, rounded down and never 100: evidence proves nothing for certain.
         */
        public String percent() {
            return String.format(Locale.ROOT, "%.1f", Math.min(HIGHEST_PERCENT, Math.floor(1000 * confidence) / 10));
        }
    }

    /** A suspect, and the logarithms of E as it went. */
    record Whole(Item item, double[] path) {
    }

    /** The newest ones that are, or were, more than clean. */
    @Transactional
    public List<Item> newest(int most) {
        return items(suspects.notable(most));
    }

    @Transactional
    Whole one(UUID id) {
        Suspect suspect = suspects.findByIdOptional(id).orElseThrow(Judgements::unknown);
        return new Whole(items(List.of(suspect)).get(0), suspect.path);
    }

    /** The number of those that await a review. */
    @Transactional
    public long open() {
        return suspects.count(Standing.QUARANTINED);
    }

    private List<Item> items(List<Suspect> shown) {
        List<Validation> rows = validations.of(shown.stream().map(suspect -> suspect.id).toList());
        Map<Long, String> names = models.list("id in ?1", rows.stream().map(Validation::model).flatMap(Optional::stream)
                .collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(model -> model.id, model -> model.name));
        Map<UUID, List<Judgement>> judgements = rows.stream().collect(Collectors.groupingBy(row -> row.suspectId,
                Collectors.mapping(row -> judgement(row, names), Collectors.toList())));
        return shown.stream().map(suspect -> item(suspect, judgements.getOrDefault(suspect.id, List.of()))).toList();
    }

    private static Item item(Suspect suspect, List<Judgement> judgements) {
        return new Item(suspect.id, suspect.kind, key(suspect), suspect.standing, suspect.votes,
                Math.exp(suspect.logE), Math.exp(suspect.peak), suspect.firstAt, suspect.lastAt, judgements);
    }

    private static String key(Suspect suspect) {
        return suspect.kind == KeyKind.ARRIVAL ? suspect.arrival.toString()
                : HexFormat.of().formatHex(suspect.key).substring(0, TAG_CHARACTERS);
    }

    private static Judgement judgement(Validation row, Map<Long, String> names) {
        return new Judgement(row.method, row.outcome, row.confidence, row.what(),
                row.model().map(id -> names.getOrDefault(id, "?")).orElse(null), row.decidedBy, row.reason, row.at);
    }
}
