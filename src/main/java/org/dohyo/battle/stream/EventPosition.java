package org.dohyo.battle.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dohyo.battle.AnswerState;
import org.dohyo.battle.Side;
import org.dohyo.battle.stream.BattleView.SideView;
import org.dohyo.battle.stream.BattleView.TurnView;

/**
 * A browser's position in a battle, and the id of each event: any replica can resume from it, from memory or from the
 * database, whatever the chunks were. Its form is {@code turn-attempt.characters.ended-…-ready}.
 */
public record EventPosition(int turn, SidePosition a, SidePosition b, boolean ready) {

    static final EventPosition START = new EventPosition(1, SidePosition.START, SidePosition.START, false);

    private static final Pattern FORM = Pattern
            .compile("(\\d{1,5})-(\\d{1,5})\\.(\\d{1,9})\\.([01])-(\\d{1,5})\\.(\\d{1,9})\\.([01])-([01])");

    /** The position in one side's answer. */
    record SidePosition(int attempt, int characters, boolean ended) {

        static final SidePosition START = new SidePosition(1, 0, false);

        @Override
        public String toString() {
            return attempt + "." + characters + "." + (ended ? 1 : 0);
        }
    }

    /** One server-sent event. */
    public record Event(String id, String name, Map<String, Object> data) {
    }

    /** The events to send now, and the browser's position after them. */
    record Step(List<Event> events, EventPosition position) {
    }

    /** The position that an id names; anything else is the start. */
    public static EventPosition parse(String id) {
        Matcher m = FORM.matcher(id == null ? "" : id);
        if (!m.matches()) {
            return START;
        }
        return new EventPosition(Integer.parseInt(m.group(1)), side(m, 2), side(m, 5), m.group(8).equals("1"));
    }

    private static SidePosition side(Matcher m, int group) {
        return new SidePosition(Integer.parseInt(m.group(group)), Integer.parseInt(m.group(group + 1)),
                m.group(group + 2).equals("1"));
    }

    /** The events that lead a browser from this position to the view. */
    Step towards(BattleView view) {
        List<Event> events = new ArrayList<>();
        EventPosition at = this;
        for (TurnView turn : view.turns()) {
            if (turn.turn() < at.turn) {
                continue;
            }
            if (turn.turn() > at.turn) {
                at = new EventPosition(turn.turn(), SidePosition.START, SidePosition.START, false);
            }
            at = at.side(Side.A, turn, events).side(Side.B, turn, events).readiness(turn, view.blind(), events);
        }
        return new Step(events, at);
    }

    private EventPosition side(Side side, TurnView turn, List<Event> events) {
        SideView view = turn.side(side);
        SidePosition read = side == Side.A ? a : b;
        EventPosition at = this;
        if (read.attempt() < view.attempt()) {
            at = at.with(side, new SidePosition(view.attempt() - 1, read.characters(), true));
            if (!read.ended()) {
                events.add(at.failed(side, true));
            }
            read = new SidePosition(view.attempt(), 0, false);
        }
        if (read.characters() < view.text().length()) {
            String text = view.text().substring(read.characters());
            read = new SidePosition(view.attempt(), view.text().length(), false);
            at = at.with(side, read);
            events.add(at.event("delta", Map.of("side", side, "turn", turn.turn(), "text", text)));
        }
        if (view.state() != AnswerState.STREAMING && !read.ended()) {
            at = at.with(side, new SidePosition(read.attempt(), read.characters(), true));
            events.add(at.end(side, view));
        }
        return at.with(side, at.sidePosition(side).attempt() < view.attempt() ? read : at.sidePosition(side));
    }

    private Event end(Side side, SideView view) {
        return switch (view.state()) {
            case DONE -> event("done", Map.of("side", side, "turn", turn, "finishReason", view.finishReasonOrStop()));
            case STOPPED -> event("stopped", Map.of("side", side, "turn", turn));
            default -> failed(side, view.retryable());
        };
    }

    private Event failed(Side side, boolean retryable) {
        return event("failed", Map.of("side", side, "turn", turn, "message", "This model stopped answering.",
                "retryable", retryable));
    }

    private EventPosition readiness(TurnView view, boolean blind, List<Event> events) {
        if (!view.ready() || ready) {
            return view.ready() ? this : new EventPosition(turn, a, b, false);
        }
        EventPosition at = new EventPosition(turn, a, b, true);
        events.add(at.event("ready", Map.of("turn", turn, "canVote", blind)));
        return at;
    }

    private SidePosition sidePosition(Side side) {
        return side == Side.A ? a : b;
    }

    private EventPosition with(Side side, SidePosition position) {
        return side == Side.A ? new EventPosition(turn, position, b, ready)
                : new EventPosition(turn, a, position, ready);
    }

    private Event event(String name, Map<String, Object> data) {
        return new Event(toString(), name, data);
    }

    @Override
    public String toString() {
        return turn + "-" + a + "-" + b + "-" + (ready ? 1 : 0);
    }
}
