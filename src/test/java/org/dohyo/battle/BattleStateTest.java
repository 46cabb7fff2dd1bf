package org.dohyo.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

class BattleStateTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** All legal moves, as docs/architecture.md draws them, and the end of one of two streams. */
    private static final Map<BattleState, Set<BattleState>> LEGAL = new EnumMap<>(Map.of(
            BattleState.STREAMING, EnumSet.of(BattleState.STREAMING, BattleState.READY, BattleState.NEEDS_RETRY,
                    BattleState.STOPPED, BattleState.ABANDONED),
            BattleState.READY, EnumSet.of(BattleState.STREAMING, BattleState.VOTED, BattleState.ABANDONED),
            BattleState.NEEDS_RETRY, EnumSet.of(BattleState.STREAMING, BattleState.ABANDONED),
            BattleState.STOPPED, EnumSet.of(BattleState.STREAMING, BattleState.ABANDONED),
            BattleState.VOTED, EnumSet.of(BattleState.WITHDRAWN),
            BattleState.WITHDRAWN, EnumSet.noneOf(BattleState.class),
            BattleState.ABANDONED, EnumSet.noneOf(BattleState.class)));

    /** The moves that lead from a new battle to each state. */
    private static final Map<BattleState, List<BattleState>> WAYS = Map.of(
            BattleState.STREAMING, List.of(),
            BattleState.READY, List.of(BattleState.READY),
            BattleState.NEEDS_RETRY, List.of(BattleState.NEEDS_RETRY),
            BattleState.STOPPED, List.of(BattleState.STOPPED),
            BattleState.VOTED, List.of(BattleState.READY, BattleState.VOTED),
            BattleState.WITHDRAWN, List.of(BattleState.READY, BattleState.VOTED, BattleState.WITHDRAWN),
            BattleState.ABANDONED, List.of(BattleState.ABANDONED));

    static Stream<Arguments> pairs() {
        return Stream.of(BattleState.values())
                .flatMap(from -> Stream.of(BattleState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aBattle_makesTheLegalMoves_andNoOthers(BattleState from, BattleState to) {
        Battle battle = new Battle();
        WAYS.get(from).forEach(state -> battle.moveTo(state, NOW));
        if (LEGAL.get(from).contains(to)) {
            battle.moveTo(to, NOW.plusSeconds(1));
            assertThat(battle.state()).isEqualTo(to);
            assertThat(battle.updatedAt).isEqualTo(NOW.plusSeconds(1));
        } else {
            assertThatIllegalStateException().isThrownBy(() -> battle.moveTo(to, NOW.plusSeconds(1)));
            assertThat(battle.state()).isEqualTo(from);
        }
    }

    @Test
    void onlyIdleBattles_areAbandonedByTime() {
        assertThat(BattleState.idle()).containsExactly(BattleState.READY, BattleState.NEEDS_RETRY, BattleState.STOPPED)
                .allMatch(state -> state.canBecome(BattleState.ABANDONED));
    }

    @ParameterizedTest
    @CsvSource({ "STREAMING,DONE,STREAMING", "STREAMING,FAILED,STREAMING", "FAILED,DONE,NEEDS_RETRY",
            "FAILED,STOPPED,NEEDS_RETRY", "STOPPED,DONE,STOPPED", "DONE,DONE,READY" })
    void theAnswersGiveTheState(AnswerState a, AnswerState b, BattleState state) {
        assertThat(BattleState.of(List.of(a, b))).isEqualTo(state);
        assertThat(BattleState.of(List.of(b, a))).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({ "STREAMING,DONE,true", "STREAMING,FAILED,true", "STREAMING,STOPPED,true", "STREAMING,STREAMING,false",
            "FAILED,STREAMING,true", "STOPPED,STREAMING,true", "DONE,STREAMING,false", "DONE,FAILED,false",
            "FAILED,DONE,false", "STOPPED,DONE,false", "DONE,DONE,false" })
    void anAnswer_endsOnce_andIsRetriedUnlessDone(AnswerState from, AnswerState to, boolean legal) {
        assertThat(from.canBecome(to)).isEqualTo(legal);
    }

    /** HQL that sets the state in bulk takes it from the enum; an entity's state is set by the entity alone. */
    @Test
    void stateFields_arePrivate() {
        ArchRuleDefinition.fields().that().haveName("state").and().areDeclaredInClassesThat().haveSimpleName("Battle")
                .or().haveName("state").and().areDeclaredInClassesThat().haveSimpleName("Answer").should().bePrivate()
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.dohyo.battle"));
    }
}
