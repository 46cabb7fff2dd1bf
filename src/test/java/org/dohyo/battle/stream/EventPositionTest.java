package org.dohyo.battle.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.dohyo.battle.AnswerState;
import org.dohyo.battle.Side;
import org.dohyo.battle.stream.BattleView.SideView;
import org.dohyo.battle.stream.BattleView.TurnView;
import org.dohyo.battle.stream.EventPosition.Event;
import org.dohyo.battle.stream.EventPosition.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPositionTest {

    private static SideView streaming(int attempt, String text) {
        return new SideView(attempt, AnswerState.STREAMING, text, null, true);
    }

    private static SideView done(String text) {
        return new SideView(1, AnswerState.DONE, text, "length", true);
    }

    private static BattleView blind(TurnView... turns) {
        return new BattleView(List.of(turns), true, false);
    }

    private static TurnView whole(int turn) {
        return new TurnView(turn, done("こんにちは"), done("Hello"), true);
    }

    private static List<String> names(Step step) {
        return step.events().stream().map(event -> event.name() + ":" + event.data().getOrDefault("side", "-"))
                .toList();
    }

    /** All text of one side and turn that these events carry. */
    private static String text(List<Event> events, Side side, int turn) {
        StringBuilder text = new StringBuilder();
        events.stream().filter(event -> event.name().equals("delta"))
                .filter(event -> event.data().get("side") == side && event.data().get("turn").equals(turn))
                .forEach(event -> text.append(event.data().get("text")));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1-1.0.0-1.0.0-0", "3-2.150.1-1.999999999.0-1", "99999-99999.0.1-1.0.1-0" })
    void id_isReadAndWrittenTheSame(String id) {
        assertThat(EventPosition.parse(id)).hasToString(id);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "1", "1-1.0.0-1.0.0", "1-1.0.2-1.0.0-0", "-1-1.0.0-1.0.0-0", "1-1.-5.0-1.0.0-0",
            "1-1.0.0-1.0.0-0 ", "1-1.0.0-1.0.0-0\n", "1-1.2147483648.0-1.0.0-0", "123456-1.0.0-1.0.0-0",
            "1-1.0.0-1.0.0-0;drop" })
    void anyOtherId_isTheStart(String id) {
        assertThat(EventPosition.parse(id)).isEqualTo(EventPosition.START);
    }

    @Test
    void fromTheStart_textThenEndThenReady() {
        Step step = EventPosition.START.towards(blind(whole(1)));
        assertThat(names(step)).containsExactly("delta:A", "done:A", "delta:B", "done:B", "ready:-");
        assertThat(step.events().get(1).data()).containsEntry("finishReason", "length").containsEntry("turn", 1);
        assertThat(step.events().get(4).data()).isEqualTo(Map.of("turn", 1, "canVote", true));
        assertThat(step.position()).hasToString("1-1.5.1-1.5.1-1");
        assertThat(step.position().towards(blind(whole(1))).events()).isEmpty();
        assertThat(EventPosition.START.towards(new BattleView(List.of(whole(1)), false, false)).events().get(4).data())
                .containsEntry("canVote", false);
    }

    @Test
    void onlyWhatIsNew_isSent() {
        Step first = EventPosition.START
                .towards(blind(new TurnView(1, streaming(1, "ab"), streaming(1, ""), false)));
        assertThat(names(first)).containsExactly("delta:A");
        Step second = first.position().towards(blind(new TurnView(1, streaming(1, "abc"), streaming(1, "x"), false)));
        assertThat(second.events().get(0).data()).containsEntry("text", "c");
        assertThat(second.events().get(1).data()).containsEntry("text", "x");
    }

    /** Whichever event the connection broke after, the rest follows: nothing is lost, nothing comes twice. */
    @Test
    void fromEachEventsId_theRestFollows() {
        BattleView view = blind(whole(1), new TurnView(2, new SideView(1, AnswerState.STOPPED, "ab", null, true),
                new SideView(1, AnswerState.FAILED, "x", null, false), false));
        List<Event> all = EventPosition.START.towards(view).events();
        assertThat(all).hasSize(9);
        for (int read = 1; read <= all.size(); read++) {
            List<Event> rest = EventPosition.parse(all.get(read - 1).id()).towards(view).events();
            assertThat(rest).as("after " + all.get(read - 1).id()).isEqualTo(all.subList(read, all.size()));
        }
    }

    /** The first replica had the text in other pieces than the second one sends. */
    @Test
    void fromTheMiddleOfAText_whateverThePieces() {
        BattleView view = blind(whole(1));
        for (int characters = 0; characters <= 5; characters++) {
            EventPosition at = EventPosition.parse("1-1." + characters + ".0-1.0.0-0");
            assertThat("こんにちは".substring(0, characters) + text(at.towards(view).events(), Side.A, 1))
                    .isEqualTo("こんにちは");
        }
    }

    @Test
    void newAttempt_endsTheOldOne_andStartsAtItsFirstCharacter() {
        EventPosition read = EventPosition.parse("1-1.40.0-1.5.1-0");
        Step step = read.towards(blind(new TurnView(1, streaming(2, "new"), done("Hello"), false)));
        assertThat(names(step)).containsExactly("failed:A", "delta:A");
        assertThat(step.events().get(0).data()).containsEntry("retryable", true);
        assertThat(step.events().get(1).data()).containsEntry("text", "new");
        assertThat(step.position()).hasToString("1-2.3.0-1.5.1-0");
        // Who has seen the failure isn't sent it again.
        assertThat(names(EventPosition.parse("1-1.40.1-1.5.1-0")
                .towards(blind(new TurnView(1, streaming(2, "new"), done("Hello"), false)))))
                .containsExactly("delta:A");
        // The new attempt has no text yet.
        Step silent = read.towards(blind(new TurnView(1, streaming(2, ""), done("Hello"), false)));
        assertThat(names(silent)).containsExactly("failed:A");
        assertThat(silent.position()).hasToString("1-2.0.0-1.5.1-0");
    }

    @Test
    void stoppedAndFailed_sayWhich() {
        Step step = EventPosition.START.towards(blind(new TurnView(1,
                new SideView(1, AnswerState.STOPPED, "", null, true),
                new SideView(1, AnswerState.FAILED, "", null, false),
                false)));
        assertThat(names(step)).containsExactly("stopped:A", "failed:B");
        assertThat(step.events().get(1).data()).containsEntry("retryable", false);
    }

    @Test
    void readiness_isSentAgain_afterARetry() {
        EventPosition ready = EventPosition.parse("1-1.5.1-1.5.1-1");
        EventPosition retried = ready
                .towards(blind(new TurnView(1, streaming(2, ""), done("Hello"), false))).position();
        assertThat(names(retried.towards(blind(new TurnView(1, new SideView(2, AnswerState.DONE, "again", null, true),
                done("Hello"), true))))).containsExactly("delta:A", "done:A", "ready:-");
    }

    @Test
    void finishReason_isStop_whereTheProviderGaveNone() {
        Step step = EventPosition.START.towards(blind(new TurnView(1,
                new SideView(1, AnswerState.DONE, "a", null, true), streaming(1, ""), false)));
        assertThat(step.events().get(1).data()).containsEntry("finishReason", "stop");
    }

    @Test
    void earlierTurns_areNotSentAgain() {
        List<Event> events = new ArrayList<>(
                EventPosition.parse("2-1.0.0-1.0.0-0").towards(blind(whole(1), whole(2), whole(3))).events());
        assertThat(events).allSatisfy(event -> assertThat((Integer) event.data().get("turn")).isBetween(2, 3));
        assertThat(text(events, Side.B, 3)).isEqualTo("Hello");
    }
}
