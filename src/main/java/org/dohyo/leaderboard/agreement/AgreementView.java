package org.dohyo.leaderboard.agreement;

import java.util.Locale;

import org.dohyo.leaderboard.agreement.Agreement.Measure;

/**
 * An {@link Agreement} as text.
 *
 * @param enough false where too few pairs are shared
 * @param agreed in percent
 * @param kappa with its interval; a dash where it is undefined, as {@code alpha}
 */
public record AgreementView(Agreement figures, boolean enough, String agreed, String kappa, String alpha) {

    public static AgreementView of(Agreement figures) {
        boolean enough = figures.agreed() != null;
        return new AgreementView(figures, enough, enough ? Math.round(figures.agreed() * 100) + "%" : "–",
                text(figures.kappa()), text(figures.alpha()));
    }

    private static String text(Measure measure) {
        if (measure == null) {
            return "–";
        }
        return measure.low() == null ? number(measure.value())
                : number(measure.value()) + " (" + number(measure.low()) + " … " + number(measure.high()) + ")";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.equals("-0.00") ? "0.00" : text.replace('-', '−');
    }
}
