package org.dohyo.moderation;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.BattleData;
import org.dohyo.battle.Side;

/** Flags and marks on battles, and the desk's list of flagged conversations. */
@ApplicationScoped
@Priority(100)
class FlagData implements BattleData {

    private final Flag.Repository flags;
    private final PromptMark.Repository marks;
    private final FlaggedConversation.Repository conversations;

    FlagData(Flag.Repository flags, PromptMark.Repository marks, FlaggedConversation.Repository conversations) {
        this.flags = flags;
        this.marks = marks;
        this.conversations = conversations;
    }

    private record ExportedFlag(Side side, String reason, Instant at) {
    }

    private record ExportedMark(int turn, String[] categories, Instant at) {
    }

    @Override
    public Map<UUID, Map<String, Object>> export(Collection<UUID> battles) {
        Map<UUID, List<ExportedFlag>> flagged = flags.list("battleId in ?1 order by side", battles).stream()
                .collect(Collectors.groupingBy(flag -> flag.battleId, Collectors
                        .mapping(flag -> new ExportedFlag(flag.side, flag.reason, flag.flaggedAt),
                                Collectors.toList())));
        Map<UUID, List<ExportedMark>> marked = marks.list("battleId in ?1 order by turn", battles).stream()
                .collect(Collectors.groupingBy(mark -> mark.battleId, Collectors
                        .mapping(mark -> new ExportedMark(mark.turn, mark.categories, mark.markedAt),
                                Collectors.toList())));
        return battles.stream().collect(Collectors.toMap(Function.identity(), battle -> {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("flags", flagged.get(battle));
            members.put("marks", marked.get(battle));
            return members;
        }));
    }

    /** The flags stay, without the voter's words. */
    @Override
    public void eraseTexts(Collection<UUID> battles) {
        flags.update("reason = '' where battleId in ?1", battles);
    }

    @Override
    public void forgetVoter(Collection<UUID> battles) {
        flags.delete("battleId in ?1", battles);
        marks.delete("battleId in ?1", battles);
        conversations.delete("battleId in ?1", battles);
    }
}
