package org.dohyo.flood;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.replica.SharedLimits;
import org.dohyo.support.Problem;
import org.dohyo.voter.Voter;

/**
 * Makes floods of prompts and votes expensive. A network has a number of votes in an hour. While a network or the whole
 * arena is above its rate, each prompt and each vote needs a proof of work; at all other times nobody is asked.
 */
@ApplicationScoped
public class Floods {

    private static final String ALL = "";
    private static final String USED = "proof-of-work";

    private final Tallies tallies;
    private final Challenges challenges;
    private final SharedLimits limits;
    private final FloodConfig config;

    Floods(Tallies tallies, Challenges challenges, SharedLimits limits, FloodConfig config) {
        this.tallies = tallies;
        this.challenges = challenges;
        this.limits = limits;
        this.config = config;
    }

    /** Whom a challenge is for: a voter, or those who come from a network and aren't voters yet. */
    public static String subject(Voter voter, Caller caller) {
        return voter.id == null ? "newcomer of " + caller.network() : "voter " + voter.id;
    }

    /** Refuses a prompt without the proof that it needs. Counts nothing and uses up no proof. */
    public void checkPrompt(String subject, Caller caller) {
        if (asks(caller)) {
            proof(subject, caller);
        }
    }

    /** Counts a prompt and uses up its proof, in the caller's transaction: the last step, once nothing refuses it. */
    public void takePrompt(String subject, Caller caller) {
        spend(subject, caller);
        count(caller);
    }

    /** Counts a vote and uses up its proof, in the caller's transaction, or refuses it. */
    public void takeVote(String subject, Caller caller) {
        spend(subject, caller);
        int most = config.votesPerNetworkAndHour() == 0 ? Integer.MAX_VALUE : config.votesPerNetworkAndHour();
        if (!tallies.take(Rate.NETWORK_VOTES, caller.network(), most)) {
            throw Problem.later(Status.TOO_MANY_REQUESTS, "too-many-votes",
                    "This network has cast its share of votes for now.",
                    tallies.left(Rate.NETWORK_VOTES, caller.network()));
        }
        count(caller);
    }

    private void count(Caller caller) {
        tallies.take(Rate.NETWORK, caller.network(), Integer.MAX_VALUE);
        tallies.take(Rate.ARENA, ALL, Integer.MAX_VALUE);
    }

    private boolean asks(Caller caller) {
        return config.proofNumbers() > 0
                && (above(Rate.NETWORK, caller.network(), config.networkPerMinute())
                        || above(Rate.ARENA, ALL, config.arenaPerMinute()));
    }

    private boolean above(Rate rate, String network, int most) {
        return most > 0 && tallies.count(rate, network) >= most;
    }

    private void spend(String subject, Caller caller) {
        if (asks(caller)) {
            proof(subject, caller).ifPresent(proof -> {
                Duration remembered = config.proofValid().plusMinutes(1);
                if (limits.take(new SharedLimits.Limit(USED, 1, remembered), proof.challenge()).isPresent()) {
                    challenges.make(subject).ifPresent(next -> refuse(ProofFault.USED, next));
                }
            });
        }
    }

    /** The caller's proof, which may have been used; empty if no challenge can be signed, so that none is asked for. */
    private Optional<Proof> proof(String subject, Caller caller) {
        Optional<Proof> proof = Optional.ofNullable(caller.proof()).flatMap(Proof::read);
        Optional<ProofFault> fault = caller.proof() == null ? Optional.of(ProofFault.REQUIRED)
                : proof.map(given -> challenges.fault(given, subject)).orElse(Optional.of(ProofFault.WRONG));
        fault.ifPresent(wrong -> challenges.make(subject).ifPresent(next -> refuse(wrong, next)));
        return fault.isPresent() ? Optional.empty() : proof;
    }

    private static void refuse(ProofFault fault, Challenge next) {
        throw Problem.of(fault == ProofFault.REQUIRED ? Status.PRECONDITION_REQUIRED : Status.FORBIDDEN, fault.code(),
                fault.detail(), "challenge", next);
    }
}
