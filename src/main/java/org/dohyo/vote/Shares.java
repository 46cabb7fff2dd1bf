package org.dohyo.vote;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.battle.Battle;
import org.dohyo.battle.BattleState;
import org.dohyo.battle.Reveal;
import org.dohyo.battle.play.Battles;
import org.dohyo.battle.play.Conversation;
import org.dohyo.battle.play.Conversations;
import org.dohyo.web.Refusal;

/** A voter's links to judged battles, created and revoked on request. A revoked link never becomes valid again. */
@ApplicationScoped
public class Shares {

    private static final int TOKEN_BYTES = 16;

    private final Share.Repository shares;
    private final Battle.Repository battleRows;
    private final Battles battles;
    private final Conversations conversations;
    private final Votes votes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Shares(Share.Repository shares, Battle.Repository battleRows, Battles battles, Conversations conversations,
            Votes votes,
            Clock clock) {
        this.shares = shares;
        this.battleRows = battleRows;
        this.battles = battles;
        this.conversations = conversations;
        this.votes = votes;
        this.clock = clock;
    }

    /**
     * @param path below the arena's own address
     * @param fresh true if this call created the link
     */
    record Link(String token, String path, boolean fresh) {
    }

    /** A shared battle as its readers see it. */
    record Shared(Conversation conversation, Reveal reveal) {
    }

    /** The link to the voter's battle, created if there is none; 409 before the vote. */
    @Transactional
    Link share(long voterId, UUID id) {
        Battle battle = battles.locked(voterId, id);
        Battles.require(battle, BattleState.VOTED);
        Share known = shares.findById(battle.id);
        Share share = known == null ? fresh(battle) : known;
        return new Link(share.token, share.path(), known == null);
    }

    private Share fresh(Battle battle) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        Share share = new Share();
        share.battleId = battle.id;
        share.token = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        share.createdAt = clock.instant();
        shares.persist(share);
        return share;
    }

    @Transactional
    void revoke(long voterId, UUID id) {
        shares.deleteById(battles.locked(voterId, id).id);
    }

    /** The battle behind a link; 404 if the link doesn't exist or was revoked. */
    @Transactional
    Shared shared(String token) {
        Battle battle = shares.findByToken(token).map(share -> battleRows.findById(share.battleId))
                .orElseThrow(() -> Refusal.of(VotesMessages.class, Status.NOT_FOUND, "unknown-share",
                        VotesMessages::unknownShare));
        return new Shared(conversations.of(battle), votes.of(battle).orElseThrow());
    }
}
