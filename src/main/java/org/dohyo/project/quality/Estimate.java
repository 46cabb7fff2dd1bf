package org.dohyo.project.quality;

import java.util.Locale;

import org.dohyo.rating.Proportion;
import org.dohyo.rating.agreement.Discrimination;
import org.dohyo.rating.agreement.KrippendorffsAlpha;
import org.dohyo.rating.agreement.PairwiseAgreement;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A figure with its 95% interval.
 *
 * @param value null if the data don't give one; so are {@code low} and {@code high}
 * @param count what it rests on: items, pairs of judgements, or votes
 */
public record Estimate(Double value, Double low, Double high, long count) {

    /** Nothing can be said. */
    public static final Estimate NONE = new Estimate(null, null, null, 0);

    public static Estimate of(double value, double low, double high, long count) {
        return new Estimate(finite(value), finite(low), finite(high), count);
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    public static Estimate of(KrippendorffsAlpha alpha) {
        return of(alpha.alpha(), alpha.low(), alpha.high(), alpha.items());
    }

    static Estimate of(PairwiseAgreement agreement) {
        return of(agreement.share(), agreement.low(), agreement.high(), agreement.pairs());
    }

    static Estimate of(Discrimination slope) {
        return slope.votes() == 0 ? NONE : of(slope.slope(), slope.low(), slope.high(), slope.votes());
    }

    /** A share of events with Wilson's interval; none of no events. */
    public static Estimate share(long hits, long events) {
        return share(Proportion.of(hits, events), events);
    }

    static Estimate share(Proportion share, long events) {
        return events == 0 ? NONE : of(share.share(), share.low(), share.high(), events);
    }

    /** With two decimals; a dash for none. */
    @JsonIgnore
    public String text() {
        return value == null ? "–" : decimal(value);
    }

    /** The interval with two decimals, empty without one. */
    @JsonIgnore
    public String interval() {
        return low == null || high == null ? "" : decimal(low) + " … " + decimal(high);
    }

    /** In whole percent; a dash for none. */
    @JsonIgnore
    public String percent() {
        return value == null ? "–" : percent(value);
    }

    /** The interval in whole percent, empty without one. */
    @JsonIgnore
    public String percents() {
        return low == null || high == null ? "" : percent(low) + " … " + percent(high);
    }

    /** Rounded, as ratings are shown; a dash for none. */
    @JsonIgnore
    public String whole() {
        return value == null ? "–" : String.valueOf(Math.round(value));
    }

    /** The interval, rounded; empty without one. */
    @JsonIgnore
    public String wholes() {
        return low == null || high == null ? "" : Math.round(low) + " … " + Math.round(high);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "%";
    }
}
