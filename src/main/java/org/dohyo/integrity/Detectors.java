package org.dohyo.integrity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.integrity.NewVotes.Cast;
import org.dohyo.integrity.tilt.Evidence;
import org.dohyo.integrity.tilt.Expectations;
import org.dohyo.integrity.tilt.Explanation;
import org.dohyo.integrity.tilt.KeyKind;
import org.dohyo.integrity.tilt.Ladder;
import org.dohyo.leaderboard.count.JobLock;
import org.dohyo.support.Ticker;
import org.dohyo.vote.LogHead;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * Judges the log's new votes under a lock of its own, off the vote's path and without the leaderboard job's lock. Each
 * vote is read once; a pass costs as much as there are new votes. What was cast before the detectors began is what they
 * begin with.
 */
@ApplicationScoped
public class Detectors {

    private static final int BATCH = 500;
    private static final int WAKE_MILLIS = 1_000;
    private static final int TIMEOUT_SECONDS = 300;
    /** Until then, the tags of networks are written on all replicas. */
    private static final Duration SETTLED = Duration.ofSeconds(3);
    /** Expectations may know so many of the votes that are judged by them; a busy log never stands still. */
    private static final long ALMOST = 100;
    private static final String NO_NETWORK = "network-unknown";
    private static final String UNREADABLE = "evidence-unreadable";
    private static final Logger LOG = Logger.getLogger(Detectors.class);

    private final Vertx vertx;
    private final Jdbi jdbi;
    private final IntegrityConfig config;
    private final NewVotes log;
    private final LogHead.Repository head;
    private final KnownPairs pairs;
    private final Watch.Repository watches;
    private final WatchedModel.Repository models;
    private final DaySalt.Repository salts;
    private final JudgedVote.Repository judged;
    private final Suspect.Repository suspects;
    private final Judgements judgements;
    private final Holds holds;
    private final Clock clock;
    private Expectations expected;
    private long expectedSince = -1;
    /** The whole log up to there has been judged. */
    private LogHead.Mark judgedUpTo;
    /** The explanation with which all newcomers of a suspicious day were compared last. */
    private final Map<LocalDate, Explanation> compared = new ConcurrentHashMap<>();
    private Ticker ticker;

    Detectors(Vertx vertx, Jdbi jdbi, IntegrityConfig config, NewVotes log, LogHead.Repository head, KnownPairs pairs,
            Watch.Repository watches, WatchedModel.Repository models, DaySalt.Repository salts,
            JudgedVote.Repository judged, Suspect.Repository suspects, Judgements judgements, Holds holds,
            Clock clock) {
        this.vertx = vertx;
        this.jdbi = jdbi;
        this.config = config;
        this.log = log;
        this.head = head;
        this.pairs = pairs;
        this.watches = watches;
        this.models = models;
        this.salts = salts;
        this.judged = judged;
        this.suspects = suspects;
        this.judgements = judgements;
        this.holds = holds;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.detect()) {
            ticker = new Ticker(vertx, WAKE_MILLIS, () -> run(clock.instant().minus(SETTLED)),
                    "New votes could not be judged; they count until they can be");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticker != null) {
            ticker.stop();
        }
    }

    /** Judges all votes that were logged until then, and holds votes back, or lets them go, accordingly. */
    public void run(Instant until) {
        LogHead.Mark logged = QuarkusTransaction.requiringNew().call(head::mark);
        if (!logged.equals(judgedUpTo)) {
            Step step;
            do {
                step = passed(until);
            } while (step.more());
            judgedUpTo = step.position() >= logged.size() ? logged : null;
        }
        holds.settle();
    }

    /**
     * How far a pass has come.
     *
     * @param position the first entry of the log that isn't judged; 0 if another replica judges
     */
    private record Step(long position, boolean more) {
    }

    private Step passed(Instant until) {
        try {
            return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> pass(until));
        } catch (RuntimeException e) {
            compared.clear();
            throw e;
        }
    }

    private record Key(KeyKind kind, ByteBuffer bytes) {

        static Key of(KeyKind kind, byte[] bytes) {
            return new Key(kind, ByteBuffer.wrap(bytes));
        }
    }

    /** A vote that is to be judged, and what it has in common with others. */
    private record Read(Cast cast, JudgedVote vote, List<Key> keys) {
    }

    private Step pass(Instant until) {
        if (!JobLock.INTEGRITY.tryTake(jdbi)) {
            return new Step(0, false);
        }
        Watch watch = watches.findAll().firstResultOptional().orElseGet(this::begin);
        long end = log.end(watch.position, BATCH, until);
        boolean more = end >= watch.position + BATCH;
        Map<Long, Integer> places = models.places();
        List<Read> reads = log.between(watch.position, end).stream().map(this::read).toList();
        Map<Key, Suspect> known = suspects(reads);
        reads.forEach(read -> judge(read, watch, places, known));
        watch.position = end;
        Collection<Suspect> touched = known.values();
        touched.forEach(suspect -> judgements.follow(suspect, suspect.suggested(), places));
        companions(touched, places);
        exclude(touched, places);
        renew(watch);
        return new Step(end, more);
    }

    private Watch begin() {
        Watch watch = new Watch();
        watch.position = head.mark().size();
        watch.begin(pairs.now(), watch.position);
        watches.persist(watch);
        return watch;
    }

    private void renew(Watch watch) {
        long size = head.mark().size();
        if (watch.due(size) && size - watch.position <= ALMOST) {
            watch.begin(pairs.now(), size);
        }
    }

    private Expectations expected(Watch watch, int known) {
        if (expectedSince != watch.epoch || expected.models() != known) {
            expected = watch.expectations(known);
            expectedSince = watch.epoch;
        }
        return expected;
    }

    private Read read(Cast cast) {
        JudgedVote vote = new JudgedVote();
        vote.voteId = cast.vote();
        vote.at = cast.at();
        vote.voterTag = cast.voterTag();
        vote.network = cast.network();
        vote.prompt = prompt(cast);
        vote.notRun = vote.network == null ? NO_NETWORK : null;
        return new Read(cast, vote, keys(cast, vote));
    }

    /** Adds the vote to the evidence about each of its keys. */
    private void judge(Read read, Watch watch, Map<Long, Integer> places, Map<Key, Suspect> known) {
        Cast cast = read.cast();
        try {
            Integer first = places.get(cast.modelA());
            Integer second = places.get(cast.modelB());
            if (first != null && second != null) {
                Expectations before = expected(watch, places.size());
                read.keys().forEach(
                        key -> known.get(key).add(before, watch.epoch, first, second, cast.result(), cast.at()));
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "The vote %s could not be judged; it counts", cast.vote());
            read.vote().notRun = UNREADABLE;
        }
        judged.persist(read.vote());
    }

    /** Null if the prompt is erased or the day is over for long: then it can't be compared. */
    private byte[] prompt(Cast cast) {
        if (cast.prompt() == null) {
            return null;
        }
        Optional<byte[]> salt = cast.day().equals(today()) ? Optional.of(salts.of(cast.day()))
                : salts.known(cast.day());
        return salt.map(known -> NetworkTags.tag(known, cast.plainPrompt())).orElse(null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static List<Key> keys(Cast cast, JudgedVote vote) {
        List<Key> keys = new ArrayList<>();
        keys.add(Key.of(KeyKind.VOTER, vote.voterTag));
        if (vote.network != null) {
            keys.add(Key.of(KeyKind.NETWORK, vote.network));
        }
        if (vote.prompt != null) {
            keys.add(Key.of(KeyKind.PROMPT, vote.prompt));
        }
        if (cast.arrived() != null && Duration.between(cast.arrived(), cast.at()).compareTo(Duration.ofDays(1)) < 0) {
            keys.add(Key.of(KeyKind.ARRIVAL, cast.arrival().toString().getBytes(StandardCharsets.US_ASCII)));
        }
        return keys;
    }

    /** The suspects of all keys of these votes, with new ones for new keys. */
    private Map<Key, Suspect> suspects(List<Read> reads) {
        Map<Key, Cast> first = new LinkedHashMap<>();
        reads.forEach(read -> read.keys().forEach(key -> first.putIfAbsent(key, read.cast())));
        Map<KeyKind, List<byte[]>> byKind = first.keySet().stream()
                .collect(Collectors.groupingBy(Key::kind,
                        Collectors.mapping(key -> key.bytes.array(), Collectors.toList())));
        Map<Key, Suspect> known = new HashMap<>();
        byKind.forEach((kind, keys) -> suspects.of(kind, keys)
                .forEach(suspect -> known.put(Key.of(kind, suspect.key), suspect)));
        Map<Key, Suspect> all = new LinkedHashMap<>();
        first.forEach((key, cast) -> all.put(key, known.containsKey(key) ? known.get(key) : fresh(key, cast)));
        return all;
    }

    private Suspect fresh(Key key, Cast cast) {
        boolean ofDay = key.kind == KeyKind.VOTER || key.kind == KeyKind.ARRIVAL;
        Suspect fresh = Suspect.of(key.kind, key.bytes.array(), ofDay ? cast.arrival() : null, cast.at());
        fresh.lastAt = cast.at();
        suspects.persist(fresh);
        return fresh;
    }

    /** Quarantines those among a suspicious day's newcomers whose own votes are explained by what explains all. */
    private void companions(Collection<Suspect> touched, Map<Long, Integer> places) {
        Set<LocalDate> days = touched.stream().map(suspect -> suspect.arrival).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (Suspect arrivals : suspects.suspectedArrivals(days)) {
            Evidence all = arrivals.evidence();
            newcomers(arrivals, all.leading(), touched).filter(newcomer -> Ladder.companion(newcomer.evidence(), all))
                    .forEach(newcomer -> judgements.follow(newcomer, Standing.QUARANTINED, places));
        }
    }

    /** The clean newcomers who may be companions now: under the same explanation, only those who voted since. */
    private Stream<Suspect> newcomers(Suspect arrivals, Explanation leading, Collection<Suspect> touched) {
        if (leading.equals(compared.put(arrivals.arrival, leading))) {
            return touched.stream().filter(suspect -> suspect.kind == KeyKind.VOTER
                    && suspect.standing == Standing.CLEAN && arrivals.arrival.equals(suspect.arrival));
        }
        return suspects.newcomers(arrivals.arrival).stream();
    }

    private void exclude(Collection<Suspect> touched, Map<Long, Integer> places) {
        touched.stream().map(suspect -> suspect.kind).distinct().forEach(kind -> {
            List<Suspect> excludable = suspects.excludable(kind);
            if (!excludable.isEmpty()) {
                double bar = Ladder.exclusion(suspects.strong(kind), suspects.count("kind", kind));
                excludable.stream().filter(suspect -> suspect.logE >= bar)
                        .forEach(suspect -> judgements.follow(suspect, Standing.EXCLUDED, places));
            }
        });
    }
}
