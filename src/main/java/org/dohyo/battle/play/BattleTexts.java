package org.dohyo.battle.play;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Answer;
import org.dohyo.battle.AnswerState;
import org.dohyo.battle.Battle;
import org.dohyo.battle.BattleData;
import org.dohyo.battle.BattleState;
import org.dohyo.battle.BattleSummary;
import org.dohyo.battle.Redraw;
import org.dohyo.battle.Side;
import org.dohyo.battle.Turn;

/** The battle itself with its prompts and answers; before the vote, the models' names and reasoning are left out. */
@ApplicationScoped
@Priority(300)
class BattleTexts implements BattleData {

    private final Battle.Repository battles;
    private final BattleSummary.Repository summaries;
    private final Turn.Repository turns;
    private final Answer.Repository answers;
    private final Redraw.Repository redraws;
    private final Clock clock;

    BattleTexts(Battle.Repository battles, BattleSummary.Repository summaries, Turn.Repository turns,
            Answer.Repository answers, Redraw.Repository redraws, Clock clock) {
        this.battles = battles;
        this.summaries = summaries;
        this.turns = turns;
        this.answers = answers;
        this.redraws = redraws;
        this.clock = clock;
    }

    private record ExportedTurn(String prompt, List<ExportedAnswer> answers) {
    }

    private record ExportedAnswer(Side side, AnswerState state, String text, String reasoning) {
    }

    @Override
    public Map<UUID, Map<String, Object>> export(Collection<UUID> ids) {
        Map<UUID, List<Turn>> prompts = turns.list("battleId in ?1 order by turn", ids).stream()
                .collect(Collectors.groupingBy(turn -> turn.battleId));
        Map<UUID, List<Answer>> texts = answers.list("battleId in ?1 order by side", ids).stream()
                .collect(Collectors.groupingBy(answer -> answer.battleId));
        return summaries.byIds(ids).values().stream().collect(Collectors.toMap(battle -> battle.id,
                battle -> members(battle, prompts.getOrDefault(battle.id, List.of()),
                        texts.getOrDefault(battle.id, List.of()))));
    }

    private static Map<String, Object> members(BattleSummary battle, List<Turn> prompts, List<Answer> texts) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", battle.id);
        members.put("startedAt", battle.createdAt);
        members.put("state", battle.state);
        members.put("blind", battle.blind);
        members.put("modelA", battle.revealed() ? battle.slugA : null);
        members.put("modelB", battle.revealed() ? battle.slugB : null);
        members.put("turns", prompts.isEmpty() ? null
                : prompts.stream().map(turn -> new ExportedTurn(turn.prompt,
                        texts.stream().filter(answer -> answer.turn == turn.turn)
                                .map(answer -> new ExportedAnswer(answer.side,
                                        answer.state(), answer.text, battle.revealed() ? answer.reasoning : null))
                                .toList()))
                        .toList());
        return members;
    }

    @Override
    public void eraseTexts(Collection<UUID> ids) {
        redraws.update("errorDetail = null where battleId in ?1", ids);
        answers.delete("battleId in ?1", ids);
        turns.delete("battleId in ?1", ids);
        battles.list("id in ?1", ids).stream().filter(battle -> battle.state().canBecome(BattleState.ABANDONED))
                .forEach(battle -> battle.moveTo(BattleState.ABANDONED, clock.instant()));
    }

    @Override
    public void forgetVoter(Collection<UUID> ids) {
        battles.list("id in ?1", ids).forEach(battle -> battle.voterId = null);
    }
}
