package org.dohyo.integrity;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.integrity.tilt.Ladder;
import org.dohyo.leaderboard.chart.Svg;

/** Draws how the evidence against some votes grew, in powers of ten, with the bars that it is measured by. */
final class EvidenceChart {

    private static final double WIDTH = 340;
    private static final double HEIGHT = 200;
    private static final double LEFT = 48;
    private static final double RIGHT = 12;
    private static final double TOP = 14;
    private static final double BOTTOM = 28;
    private static final String COLOUR = "#2f72bd";
    private static final String BAR = "#c2571d";

    private final double[] powers;
    private final double low;
    private final double high;

    private EvidenceChart(double[] path) {
        this.powers = Arrays.stream(path).map(log -> log / Math.log(10)).toArray();
        this.low = Math.min(-1, Math.floor(Arrays.stream(powers).min().orElse(0)));
        this.high = Math.max(3, Math.ceil(Arrays.stream(powers).max().orElse(0)));
    }

    /**
     * @param path logarithms of E, at least one
     * @param votes below the last point
     */
    static String draw(String title, double[] path, long votes, IntegrityMessages words) {
        EvidenceChart chart = new EvidenceChart(path);
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        double step = Math.max(1, Math.ceil((chart.high - chart.low) / 5));
        for (double power = chart.low; power <= chart.high; power += step) {
            svg.line(LEFT, chart.y(power), WIDTH - RIGHT, chart.y(power), "grid", Svg.HAIRLINE, 1)
                    .text(LEFT - 8, chart.y(power), "end", "soft", Svg.SOFT, tick(power));
        }
        chart.bar(svg, Ladder.QUARANTINE, words.quarantineBar());
        chart.bar(svg, Ladder.EXCLUSION, words.exclusionBar());
        svg.path(chart.points(), "line", COLOUR, "");
        svg.dot(chart.x(chart.powers.length - 1), chart.y(chart.powers[chart.powers.length - 1]), 3.5, "line", COLOUR);
        svg.text(WIDTH - RIGHT, HEIGHT - BOTTOM / 2, "end", "soft", Svg.SOFT, words.votes(votes));
        return svg.toString();
    }

    private void bar(Svg svg, double log, String tooltip) {
        double y = y(log / Math.log(10));
        svg.group(tooltip).path(Svg.number(LEFT) + "," + Svg.number(y) + " " + Svg.number(WIDTH - RIGHT) + ","
                + Svg.number(y), "line", BAR, "6 3").end();
    }

    private static String tick(double power) {
        return power >= -1 && power <= 3 ? Svg.number(Math.pow(10, power)) : "10^" + Svg.number(power);
    }

    private String points() {
        return IntStream.range(0, powers.length).mapToObj(i -> Svg.number(x(i)) + "," + Svg.number(y(powers[i])))
                .collect(Collectors.joining(" "));
    }

    private double x(int i) {
        return powers.length == 1 ? WIDTH - RIGHT : LEFT + (WIDTH - RIGHT - LEFT) * i / (powers.length - 1);
    }

    private double y(double power) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (power - low) / (high - low);
    }
}
