package org.dohyo.project.judgement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.dohyo.battle.Outcome;
import org.dohyo.project.Scale;

/** What an annotator can say by one criterion about the answers on the sides A and B. */
public enum Preference {

    A_MUCH(2, Scale.FIVE_POINT),
    A(1, Scale.CHOICE, Scale.FIVE_POINT),
    TIE(0, Scale.CHOICE, Scale.FIVE_POINT),
    B(-1, Scale.CHOICE, Scale.FIVE_POINT),
    B_MUCH(-2, Scale.FIVE_POINT),
    BOTH_BAD(0, Scale.CHOICE);

    private final int value;
    private final List<Scale> scales;

    /** @param value 2 for A much better … −2 for B much better */
    Preference(int value, Scale... scales) {
        this.value = value;
        this.scales = List.of(scales);
    }

    public static Optional<Preference> of(String name, Scale scale) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name) && one.scales.contains(scale)).findFirst();
    }

    /**
     * What was said of the sides, from how it is stored.
     *
     * @param value as the item's first model has it
     * @param swapped true if that model was on the side B
     */
    public static Preference of(short value, boolean bothBad, boolean swapped) {
        int shown = swapped ? -value : value;
        return bothBad ? BOTH_BAD
                : Arrays.stream(values()).filter(one -> one.value == shown && one != BOTH_BAD).findFirst()
                        .orElseThrow();
    }

    /** The side that is better, without a degree. */
    public Outcome outcome() {
        return this == BOTH_BAD ? Outcome.BOTH_BAD : value == 0 ? Outcome.TIE : value > 0 ? Outcome.A : Outcome.B;
    }

    /** The names that a scale has, in the order of a page. */
    public static List<Preference> on(Scale scale) {
        return Arrays.stream(values()).filter(one -> one.scales.contains(scale)).toList();
    }

    /** The value as the item's first model has it. */
    public short valueFor(boolean swapped) {
        return (short) (swapped ? -value : value);
    }

    public boolean isBothBad() {
        return this == BOTH_BAD;
    }
}
