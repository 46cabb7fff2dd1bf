package org.dohyo.vote;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.BattleData;
import org.dohyo.battle.Outcome;

/** The votes on battles, and the links by which their voters share them. */
@ApplicationScoped
@Priority(200)
class VoteData implements BattleData {

    private final Vote.Repository votes;
    private final Share.Repository shares;

    VoteData(Vote.Repository votes, Share.Repository shares) {
        this.votes = votes;
        this.shares = shares;
    }

    private record Exported(Outcome outcome, String[] reasonsA, String[] reasonsB, String comment, Instant castAt,
            Instant withdrawnAt, boolean counted, String notCountedReason, String promise) {

        static Exported of(Vote vote) {
            return new Exported(vote.outcome, vote.reasonsA, vote.reasonsB, vote.comment, vote.castAt, vote.withdrawnAt,
                    vote.counted, vote.notCountedReason, vote.promise);
        }
    }

    @Override
    public Map<UUID, Map<String, Object>> export(Collection<UUID> battles) {
        Map<UUID, Exported> cast = votes.list("battleId in ?1", battles).stream()
                .collect(Collectors.toMap(vote -> vote.battleId, Exported::of));
        Map<UUID, String> links = shares.list("battleId in ?1", battles).stream()
                .collect(Collectors.toMap(share -> share.battleId, Share::path));
        return battles.stream().collect(Collectors.toMap(Function.identity(), battle -> {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("vote", cast.get(battle));
            members.put("shared", links.get(battle));
            return members;
        }));
    }

    @Override
    public void eraseTexts(Collection<UUID> battles) {
        shares.delete("battleId in ?1", battles);
        votes.update("comment = null, revealingWord = null, commitmentSalt = null where battleId in ?1", battles);
    }

    @Override
    public void forgetVoter(Collection<UUID> battles) {
        votes.update("voterId = null where battleId in ?1", battles);
    }
}
