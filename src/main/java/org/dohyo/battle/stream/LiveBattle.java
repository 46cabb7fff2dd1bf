package org.dohyo.battle.stream;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.dohyo.battle.AnswerState;
import org.dohyo.battle.Side;
import org.dohyo.battle.stream.BattleView.SideView;
import org.dohyo.battle.stream.BattleView.TurnView;

/** A battle whose streams this replica owns: earlier turns as stored, the current one as it runs. Thread-safe. */
final class LiveBattle {

    private final UUID id;
    private final List<TurnView> past = new ArrayList<>();
    private final Map<Side, LiveAnswer> live = new EnumMap<>(Side.class);
    private final Map<Side, SideView> still = new EnumMap<>(Side.class);
    private final int turn;
    private final boolean blind;
    private long watched = System.nanoTime();

    LiveBattle(UUID id, BattleView stored) {
        this.id = id;
        blind = stored.blind();
        past.addAll(stored.turns().subList(0, stored.turns().size() - 1));
        TurnView current = stored.turns().get(stored.turns().size() - 1);
        turn = current.turn();
        still.put(Side.A, current.a());
        still.put(Side.B, current.b());
    }

    UUID id() {
        return id;
    }

    /**
     * True if a turn that begins now needs another view: an earlier turn ran here, or nothing runs any more, so that
     * another replica may have streamed since.
     */
    synchronized boolean isPast(int beginning) {
        return turn < beginning || running().isEmpty();
    }

    /** The side's answer runs from now on. */
    synchronized void run(LiveAnswer answer) {
        live.put(answer.side(), answer);
    }

    synchronized List<LiveAnswer> running() {
        return live.values().stream().filter(LiveAnswer::streaming).toList();
    }

    synchronized BattleView view() {
        SideView a = view(Side.A);
        SideView b = view(Side.B);
        List<TurnView> turns = new ArrayList<>(past);
        boolean ready = a.state() == AnswerState.DONE && b.state() == AnswerState.DONE;
        turns.add(new TurnView(turn, a, b, ready));
        return new BattleView(turns, blind, false);
    }

    private SideView view(Side side) {
        LiveAnswer answer = live.get(side);
        return answer == null ? still.get(side) : answer.view();
    }

    synchronized void watchedNow() {
        watched = System.nanoTime();
    }

    /** Seconds since somebody last watched. */
    synchronized long unwatchedSeconds() {
        return (System.nanoTime() - watched) / 1_000_000_000;
    }
}
