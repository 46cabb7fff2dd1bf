package org.dohyo.integrity.rig;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dohyo.integrity.tilt.Evidence;
import org.dohyo.integrity.tilt.Expectations;
import org.dohyo.integrity.tilt.KeyKind;
import org.dohyo.integrity.tilt.Ladder;

/** The arena's detectors over simulated ballots: votes are judged in order, and nobody reviews anything. */
final class Defence {

    /** Votes between two epochs; a day has as many. */
    private static final int EPOCH = 500;

    private final int models;
    private final List<Ballot> ballots = new ArrayList<>();
    private final Map<KeyKind, Map<Long, Evidence>> evidence = new EnumMap<>(KeyKind.class);
    /** Keys whose evidence is shared with the defence that this one was copied from, until a vote is added to it. */
    private final Map<KeyKind, Set<Long>> shared = new EnumMap<>(KeyKind.class);
    private final Map<KeyKind, Set<Long>> quarantined = new EnumMap<>(KeyKind.class);
    private final Map<Integer, Integer> firstSeen = new HashMap<>();
    private Expectations expected;

    enum Grade {
        COUNTS,
        QUARANTINED,
        EXCLUDED
    }

    Defence(int models) {
        this.models = models;
        for (KeyKind kind : KeyKind.values()) {
            evidence.put(kind, new HashMap<>());
            shared.put(kind, new HashSet<>());
            quarantined.put(kind, new HashSet<>());
        }
    }

    Defence copy() {
        Defence copy = new Defence(models);
        copy.ballots.addAll(ballots);
        evidence.forEach((kind, keys) -> {
            copy.evidence.get(kind).putAll(keys);
            copy.shared.get(kind).addAll(keys.keySet());
        });
        quarantined.forEach((kind, keys) -> copy.quarantined.get(kind).addAll(keys));
        copy.firstSeen.putAll(firstSeen);
        copy.expected = expected;
        return copy;
    }

    void judge(List<Ballot> more) {
        for (Ballot ballot : more) {
            int at = ballots.size();
            if (at % EPOCH == 0) {
                expected = Published.of(models, kept()).expectations();
            }
            ballots.add(ballot);
            firstSeen.putIfAbsent(ballot.voter(), at);
            keys(ballot, at).forEach((kind, key) -> {
                double logE = own(kind, key).add(expected, at / EPOCH, ballot.first(), ballot.second(),
                        ballot.result());
                if (logE >= Ladder.QUARANTINE && kind != KeyKind.ARRIVAL) {
                    quarantined.get(kind).add(key);
                }
            });
        }
    }

    private Evidence own(KeyKind kind, long key) {
        return evidence.get(kind).compute(key, (unused, known) -> known == null ? new Evidence(kind.slack())
                : shared.get(kind).remove(key) ? Evidence.of(kind.slack(), known.state()) : known);
    }

    private Map<KeyKind, Long> keys(Ballot ballot, int at) {
        Map<KeyKind, Long> keys = new EnumMap<>(KeyKind.class);
        keys.put(KeyKind.VOTER, (long) ballot.voter());
        keys.put(KeyKind.NETWORK, (long) (at / EPOCH) << 32 | ballot.network());
        if (ballot.prompt() >= 0) {
            keys.put(KeyKind.PROMPT, (long) ballot.prompt());
        }
        int arrived = firstSeen.get(ballot.voter());
        if (at - arrived < EPOCH) {
            keys.put(KeyKind.ARRIVAL, (long) arrived / EPOCH);
        }
        return keys;
    }

    List<Ballot> ballots() {
        return ballots;
    }

    /** The ballots that count. */
    List<Ballot> kept() {
        List<Grade> grades = grades();
        List<Ballot> kept = new ArrayList<>();
        for (int at = 0; at < ballots.size(); at++) {
            if (grades.get(at) == Grade.COUNTS) {
                kept.add(ballots.get(at));
            }
        }
        return kept;
    }

    /** Of all ballots. */
    List<Grade> grades() {
        companions();
        Map<KeyKind, Double> bars = new EnumMap<>(KeyKind.class);
        evidence.forEach((kind, keys) -> bars.put(kind,
                Ladder.exclusion(keys.values().stream().mapToDouble(Evidence::logE).toArray(), keys.size())));
        List<Grade> grades = new ArrayList<>();
        for (int at = 0; at < ballots.size(); at++) {
            grades.add(grade(keys(ballots.get(at), at), bars));
        }
        return grades;
    }

    private void companions() {
        firstSeen.forEach((voter, at) -> {
            Evidence arrivals = evidence.get(KeyKind.ARRIVAL).get((long) at / EPOCH);
            if (Ladder.companion(evidence.get(KeyKind.VOTER).get((long) voter), arrivals)) {
                quarantined.get(KeyKind.VOTER).add((long) voter);
            }
        });
    }

    private Grade grade(Map<KeyKind, Long> keys, Map<KeyKind, Double> bars) {
        Grade grade = Grade.COUNTS;
        for (Map.Entry<KeyKind, Long> key : keys.entrySet()) {
            KeyKind kind = key.getKey();
            if (kind != KeyKind.ARRIVAL && evidence.get(kind).get(key.getValue()).logE() >= bars.get(kind)) {
                return Grade.EXCLUDED;
            }
            if (quarantined.get(kind).contains(key.getValue())) {
                grade = Grade.QUARANTINED;
            }
        }
        return grade;
    }
}
