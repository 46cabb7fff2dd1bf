package org.dohyo.vote;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.battle.Answer;
import org.dohyo.battle.Battle;
import org.dohyo.battle.BattleChanged;
import org.dohyo.battle.BattleState;
import org.dohyo.battle.Outcome;
import org.dohyo.battle.Reason;
import org.dohyo.battle.Reveal;
import org.dohyo.battle.Side;
import org.dohyo.battle.Turn;
import org.dohyo.battle.play.Battles;
import org.dohyo.battle.play.PromptGroups;
import org.dohyo.battle.play.ReadingTime;
import org.dohyo.battle.play.Reveals;
import org.dohyo.flood.Caller;
import org.dohyo.flood.Floods;
import org.dohyo.model.Model;
import org.dohyo.support.Hashes;
import org.dohyo.support.Problem;
import org.dohyo.text.Categories;
import org.dohyo.text.CategoryRule;
import org.dohyo.text.StyleFeature;
import org.dohyo.text.StyleFeatures;
import org.dohyo.voter.Voter;
import org.dohyo.web.Refusal;

/**
 * Casts, amends and withdraws votes, each in one short transaction that locks the battle's row. The vote and its row in
 * the log's queue are written together. It sends no notification and updates no counter, because either would cost most
 * of the throughput.
 */
@ApplicationScoped
public class Votes implements Reveals {

    static final int COMMENT_CHARACTERS = 5_000;

    private static final Duration WITHDRAWABLE = Duration.ofSeconds(60);
    private static final int WITHDRAWALS_A_DAY = 3;
    private static final String NAMED_ITSELF = "named-itself";
    private static final String TOO_FAST = "too-fast";

    private final Vote.Repository votes;
    private final LogQueue.Repository queue;
    private final Battles battles;
    private final Turn.Repository turns;
    private final Answer.Repository answers;
    private final Model.Repository models;
    private final CategoryRule.Repository rules;
    private final Voter.Repository voters;
    private final IdentityLeaks leaks;
    private final ReadingTime reading;
    private final PromptGroups groups;
    private final Promises promises;
    private final Floods floods;
    private final Event<BattleChanged> changes;
    private final Event<VoteCast> casts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Votes(Vote.Repository votes, LogQueue.Repository queue, Battles battles, Turn.Repository turns,
            Answer.Repository answers, Model.Repository models, CategoryRule.Repository rules,
            Voter.Repository voters, IdentityLeaks leaks, ReadingTime reading, PromptGroups groups,
            Promises promises,
            Floods floods, Event<BattleChanged> changes,
            Event<VoteCast> casts,
            Clock clock) {
        this.votes = votes;
        this.queue = queue;
        this.battles = battles;
        this.turns = turns;
        this.answers = answers;
        this.models = models;
        this.rules = rules;
        this.voters = voters;
        this.leaks = leaks;
        this.reading = reading;
        this.groups = groups;
        this.promises = promises;
        this.floods = floods;
        this.changes = changes;
        this.casts = casts;
        this.clock = clock;
    }

    /** A vote as the voter sends it. */
    public record Ballot(@NotNull Outcome outcome, List<Reason> reasonsA, List<Reason> reasonsB,
            @Size(max = COMMENT_CHARACTERS) String comment) {
    }

    /** Promises to voters, signed, that their votes will be in the log. The room {@code log} implements it. */
    public interface Promises {

        /**
         * The promise that an entry will have these members.
         *
         * @param members canonical JSON of one line: each member will be in the entry with the same value
         * @return a signed note; empty if the log can't be signed at the moment
         */
        Optional<String> promise(String members, Instant castAt);
    }

    /** @param fresh true if this call cast the vote, false if the same vote already existed */
    public record Cast(Reveal reveal, boolean fresh) {
    }

    @Transactional
    public Cast cast(Voter voter, Caller caller, UUID battleId, Ballot ballot) {
        Instant begun = clock.instant();
        Battle battle = battles.locked(voter.id, battleId);
        if (!battle.blind) {
            throw Refusal.of(VotesMessages.class, Status.CONFLICT, "not-blind", VotesMessages::notBlind);
        }
        if (battle.state() == BattleState.VOTED) {
            return again(battle, ballot);
        }
        Battles.require(battle, BattleState.READY);
        requireAdmitted(voter);
        Vote vote = judge(voter, battle, ballot);
        vote.promise = promises.promise(promised(battle, vote), vote.castAt).orElse(null);
        votes.persist(vote);
        votes.flush();
        floods.takeVote(Floods.subject(voter, caller), caller);
        queue.persist(LogQueue.of(EntryKind.CAST, vote.id, null, vote.castAt));
        move(battle, BattleState.VOTED);
        casts.fire(new VoteCast(battle.id, vote.id, begun, vote.outcome, vote.notCountedReason));
        return new Cast(reveal(battle, vote), true);
    }

    /**
     * Reloads the voter while the battle's row is locked: a ban that excludes earlier votes waits for the lock and
     * includes this one.
     */
    private void requireAdmitted(Voter voter) {
        voters.findByIdOptional(voter.id).ifPresent(Voter::requireAdmitted);
    }

    private Cast again(Battle battle, Ballot ballot) {
        Vote vote = votes.findById(battle.id);
        if (vote.outcome != ballot.outcome()) {
            throw Refusal.by(VotesMessages.class, words -> Problem.of(Status.CONFLICT, "already-voted",
                    words.votedOtherwise(), "state", battle.state()));
        }
        return new Cast(reveal(battle, vote), false);
    }

    private Vote judge(Voter voter, Battle battle, Ballot ballot) {
        Vote vote = new Vote();
        vote.battleId = battle.id;
        vote.id = UUID.randomUUID();
        vote.voterId = voter.id;
        vote.voterTag = voter.tag;
        vote.outcome = ballot.outcome();
        vote.reasonsA = Vote.labels(ballot.reasonsA());
        vote.reasonsB = Vote.labels(ballot.reasonsB());
        vote.comment = ballot.comment();
        List<Turn> asked = turns.ofBattle(battle.id);
        List<Answer> given = answers.ofBattle(battle.id);
        Categories categories = Categories.of(asked.stream().map(turn -> turn.prompt).toList(), rules.inForce());
        vote.categories = categories.slugs().toArray(String[]::new);
        vote.categoriesVersion = categories.version();
        vote.styleA = style(given, Side.A);
        vote.styleB = style(given, Side.B);
        vote.commitmentSalt = new byte[32];
        random.nextBytes(vote.commitmentSalt);
        vote.commitment = Hashes.sha256(vote.commitmentSalt,
                conversation(asked, given).getBytes(StandardCharsets.UTF_8));
        PromptGroups.Group group = groups.of(asked.get(0).prompt);
        vote.stratum = group.stratum();
        vote.promptGroup = group.group();
        vote.revealingWord = leaks.in(battle, given).orElse(null);
        vote.castAt = clock.instant();
        vote.notCountedReason = vote.revealingWord != null ? NAMED_ITSELF
                : reading.tooShort(given, vote.castAt) ? TOO_FAST : null;
        vote.counted = vote.notCountedReason == null;
        return vote;
    }

    /** What the log's entry will say for certain, from the same values and in the same form. */
    private String promised(Battle battle, Vote vote) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", EntryKind.CAST.name());
        entry.put("vote", vote.id.toString());
        entry.put("battle", battle.id.toString());
        entry.put("modelA", LogLeaf.model(models.findById(battle.modelA).slug, battle.revisionA));
        entry.put("modelB", LogLeaf.model(models.findById(battle.modelB).slug, battle.revisionB));
        entry.put("outcome", vote.outcome.name());
        entry.put("time", vote.castAt.getEpochSecond());
        entry.put("commitment", LogLeaf.hex(vote.commitment));
        entry.put("counted", vote.counted);
        return LogLeaf.of(entry).json();
    }

    private static Map<String, Object> style(List<Answer> given, Side side) {
        List<Answer> sideAnswers = given.stream().filter(answer -> answer.side == side).toList();
        StyleFeatures style = StyleFeatures
                .of(sideAnswers.stream().map(answer -> answer.text).collect(Collectors.joining("\n\n")));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(StyleFeature.TOKENS.label(), style.tokens());
        figures.put(StyleFeature.HEADERS.label(), style.headers());
        figures.put(StyleFeature.LISTS.label(), style.lists());
        figures.put(StyleFeature.BOLD.label(), style.bold());
        figures.put("firstTextMillis", sum(sideAnswers, answer -> answer.firstTextMillis));
        figures.put("totalMillis", sum(sideAnswers, answer -> answer.totalMillis));
        return figures;
    }

    /** Over all turns; null where one is unknown. */
    private static Integer sum(List<Answer> answers, Function<Answer, Integer> figure) {
        List<Integer> figures = answers.stream().map(figure).toList();
        return figures.contains(null) ? null : figures.stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Prompts and answers of all turns, each preceded by its length, so that different conversations never give the
     * same text.
     */
    private static String conversation(List<Turn> asked, List<Answer> given) {
        StringBuilder text = new StringBuilder();
        asked.forEach(turn -> append(text, turn.prompt));
        given.forEach(answer -> append(text, answer.text));
        return text.toString();
    }

    private static void append(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part);
    }

    /** Adds reasons or a comment to a vote; null leaves a value unchanged. */
    @Transactional
    public Reveal amend(Voter voter, UUID battleId, List<Reason> reasonsA, List<Reason> reasonsB, String comment) {
        Battle battle = battles.locked(voter.id, battleId);
        Battles.require(battle, BattleState.VOTED);
        requireAdmitted(voter);
        Vote vote = votes.findById(battle.id);
        vote.reasonsA = reasonsA == null ? vote.reasonsA : Vote.labels(reasonsA);
        vote.reasonsB = reasonsB == null ? vote.reasonsB : Vote.labels(reasonsB);
        vote.comment = comment == null ? vote.comment : comment;
        return reveal(battle, vote);
    }

    /** Withdraws a vote within 60 s, at most three times a day. The battle is over after that. */
    @Transactional
    public void withdraw(Voter voter, UUID battleId) {
        Battle battle = battles.locked(voter.id, battleId);
        Battles.require(battle, BattleState.VOTED);
        Vote vote = votes.findById(battle.id);
        Instant now = clock.instant();
        // An excluded vote has already been subtracted from the counts.
        if (vote.excludedAt != null || now.isAfter(vote.castAt.plus(WITHDRAWABLE))) {
            throw Refusal.by(VotesMessages.class,
                    words -> Problem.of(Status.CONFLICT, "too-late", words.tooLate(), "state", battle.state()));
        }
        if (votes.withdrawnSince(voter.id, now.minus(Duration.ofDays(1))) >= WITHDRAWALS_A_DAY) {
            throw Refusal.by(VotesMessages.class, words -> Problem.later(Status.TOO_MANY_REQUESTS,
                    "too-many-withdrawals", words.tooManyWithdrawals(), Duration.ofDays(1)));
        }
        vote.withdrawnAt = now;
        queue.persist(LogQueue.of(EntryKind.WITHDRAW, vote.id, "withdrawn by the voter", now));
        move(battle, BattleState.WITHDRAWN);
    }

    private void move(Battle battle, BattleState state) {
        battle.moveTo(state, clock.instant());
        changes.fire(new BattleChanged(battle.id));
    }

    @Override
    public Optional<Reveal> of(Battle battle) {
        return votes.findByIdOptional(battle.id).map(vote -> reveal(battle, vote));
    }

    private Reveal reveal(Battle battle, Vote vote) {
        return new Reveal(vote.outcome, Reveal.Named.of(models.findById(battle.modelA)),
                Reveal.Named.of(models.findById(battle.modelB)), vote.counted, vote.notCountedReason,
                vote.revealingWord, vote.reasons(Side.A), vote.reasons(Side.B), vote.comment,
                vote.castAt.plus(WITHDRAWABLE), vote.promise);
    }
}
