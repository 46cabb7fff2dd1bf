package org.dohyo.integrity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.dohyo.integrity.tilt.Evidence;
import org.dohyo.integrity.tilt.Expectations;
import org.dohyo.integrity.tilt.KeyKind;
import org.dohyo.integrity.tilt.Ladder;
import org.dohyo.integrity.tilt.Result;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;

/** Some votes with something in common, and the evidence against them. */
@Entity
class Suspect {

    /** A longer path loses every second point, but for its last one. */
    private static final int LONGEST_PATH = 200;

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    KeyKind kind;

    byte[] key;

    /** The day on which a voter came; null for other kinds. */
    LocalDate arrival;

    double[] state;

    /** The logarithm of E as it went. */
    double[] path;

    long votes;

    @Column(name = "log_e")
    double logE;

    double peak;

    @Enumerated(EnumType.STRING)
    Standing standing = Standing.CLEAN;

    /** True while votes don't yet count, or not count, as the standing says. */
    boolean unsettled;

    Instant firstAt;

    Instant lastAt;

    static Suspect of(KeyKind kind, byte[] key, LocalDate arrival, Instant now) {
        Suspect suspect = new Suspect();
        suspect.id = UUID.randomUUID();
        suspect.kind = kind;
        suspect.key = key;
        suspect.arrival = arrival;
        suspect.state = new Evidence(kind.slack()).state();
        suspect.path = new double[0];
        suspect.firstAt = now;
        return suspect;
    }

    Evidence evidence() {
        return Evidence.of(kind.slack(), state);
    }

    void add(Expectations expected, long epoch, int first, int second, Result result, Instant now) {
        Evidence evidence = evidence();
        logE = evidence.add(expected, epoch, first, second, result);
        if (standing.holds() && kind == KeyKind.VOTER) {
            evidence.leaveUncounted();
        }
        peak = evidence.peak();
        votes = evidence.votes();
        state = evidence.state();
        walk(logE);
        unsettled |= standing.holds();
        lastAt = now;
    }

    private void walk(double to) {
        if (path.length >= LONGEST_PATH) {
            double[] thinner = new double[path.length / 2];
            Arrays.setAll(thinner, i -> path[2 * i + 1]);
            path = thinner;
        }
        path = Arrays.copyOf(path, path.length + 1);
        path[path.length - 1] = to;
    }

    /** The standing that the evidence alone leads to; an exclusion needs a look at all others too. */
    Standing suggested() {
        if (standing != Standing.CLEAN) {
            return standing;
        }
        if (kind == KeyKind.ARRIVAL) {
            return peak >= Ladder.SUSPICION ? Standing.SUSPECTED : Standing.CLEAN;
        }
        return logE >= Ladder.QUARANTINE ? Standing.QUARANTINED : Standing.CLEAN;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Suspect, UUID> {

        Optional<Suspect> of(KeyKind kind, byte[] key) {
            return find("kind = ?1 and key = ?2", kind, key).firstResultOptional();
        }

        List<Suspect> of(KeyKind kind, List<byte[]> keys) {
            return list("kind = ?1 and key in ?2", kind, keys);
        }

        /** The days among these on which suspiciously many came. */
        List<Suspect> suspectedArrivals(Set<LocalDate> days) {
            return list("kind = ?1 and standing = ?2 and arrival in ?3", KeyKind.ARRIVAL, Standing.SUSPECTED, days);
        }

        /** Voters who came on a day and are clean. */
        List<Suspect> newcomers(LocalDate day) {
            return list("kind = ?1 and arrival = ?2 and standing = ?3", KeyKind.VOTER, day, Standing.CLEAN);
        }

        /** Logarithms of E of one kind, but for the smallest. */
        double[] strong(KeyKind kind) {
            return find("select logE from Suspect where kind = ?1 and logE > 2", kind).project(Double.class).stream()
                    .mapToDouble(Double::doubleValue).toArray();
        }

        /** In quarantine, with evidence enough for an exclusion. */
        List<Suspect> excludable(KeyKind kind) {
            return list("kind = ?1 and standing = ?2 and logE >= ?3", kind, Standing.QUARANTINED, Ladder.EXCLUSION);
        }

        List<Suspect> unsettled(int most) {
            return find("unsettled = true order by id").page(0, most).list();
        }

        /** The standing of those that hold back a vote of these keys; null ones hold nothing. */
        List<Standing> holding(byte[] voter, byte[] network, byte[] prompt) {
            return find(
                    """
                            select standing from Suspect where standing in ?1 and (kind = ?2 and key = ?3 or kind = ?4 and key = ?5
                            or kind = ?6 and key = ?7)""",
                    List.of(Standing.QUARANTINED, Standing.EXCLUDED), KeyKind.VOTER,
                    voter, KeyKind.NETWORK, orNone(network), KeyKind.PROMPT, orNone(prompt)).project(Standing.class)
                    .list();
        }

        private static byte[] orNone(byte[] key) {
            return key == null ? new byte[0] : key;
        }

        /** Those that a person should know of, the newest first. */
        List<Suspect> notable(int most) {
            return find("standing <> ?1 order by lastAt desc, id desc", Standing.CLEAN).page(Page.ofSize(most)).list();
        }

        long count(Standing standing) {
            return count("standing", standing);
        }
    }
}
