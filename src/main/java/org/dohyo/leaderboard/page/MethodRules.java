package org.dohyo.leaderboard.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.BattleConfig;
import org.dohyo.flood.FloodConfig;
import org.dohyo.leaderboard.chart.NumberText;

/** What this instance asks of votes and of floods, for the method page. */
@ApplicationScoped
class MethodRules {

    private static final double MILLIS = 1_000;

    private final BattleConfig battles;
    private final FloodConfig floods;

    MethodRules(BattleConfig battles, FloodConfig floods) {
        this.battles = battles;
        this.floods = floods;
    }

    List<MethodView.Line> lines(MethodMessages words) {
        List<MethodView.Line> lines = new ArrayList<>();
        lines.add(line(words.battlesOfVoter(), battles.perVoterAndHour(), words));
        lines.add(line(words.battlesOfNetwork(), battles.perNetworkAndHour(), words));
        lines.add(line(words.votesOfNetwork(), floods.votesPerNetworkAndHour(), words));
        lines.add(line(words.readingSpeed(), battles.readingCharactersPerSecond(), words));
        if (battles.readingCharactersPerSecond() > 0) {
            lines.add(new MethodView.Line(words.readingAtMost(), seconds(battles.readingAtMost())));
        }
        if (floods.proofNumbers() == 0) {
            lines.add(new MethodView.Line(words.proof(), words.off()));
        } else {
            lines.add(line(words.proofOfNetwork(), floods.networkPerMinute(), words));
            lines.add(line(words.proofOfArena(), floods.arenaPerMinute(), words));
            lines.add(line(words.proofNumbers(), floods.proofNumbers(), words));
        }
        return lines;
    }

    private static MethodView.Line line(String name, int value, MethodMessages words) {
        return new MethodView.Line(name, value == 0 ? words.off() : NumberText.grouped(value));
    }

    private static String seconds(Duration time) {
        double seconds = time.toMillis() / MILLIS;
        return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)) + " s";
    }
}
