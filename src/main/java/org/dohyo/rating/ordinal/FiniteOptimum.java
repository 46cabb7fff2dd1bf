package org.dohyo.rating.ordinal;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the likelihood has a finite optimum: it has none where some direction of strengths δθ and thresholds δt makes
 * no vote less likely. A vote of a level between the thresholds a and b allows δt_a ≤ δθ_i − δθ_j ≤ δt_b only, with
 * 0 ≤ δt_1 ≤ δt_2 …. So a model can't fall behind one that it won against; if b is known to stay, not rise above it
 * either; and thresholds stay that a vote within a circle of such models went beyond. For two levels that is L. R.
 * Ford's condition (1957). For more it suffices, but in rare cases there is an optimum although it can't be shown like
 * that.
 */
final class FiniteOptimum {

    private final Levels levels;
    private final List<Cell> cells;
    private final BitSet[] reaches;
    private int staying;

    FiniteOptimum(int models, Levels levels, List<Cell> cells) {
        this.levels = levels;
        this.cells = cells;
        this.reaches = Stream.generate(BitSet::new).limit(models).toArray(BitSet[]::new);
        int before;
        do {
            before = staying;
            cells.forEach(this::connect);
            close();
            cells.forEach(this::hold);
        } while (staying > before);
    }

    /** Whether two models can't move apart. */
    boolean bound(int one, int other) {
        return one == other || reaches[one].get(other) && reaches[other].get(one);
    }

    private void connect(Cell cell) {
        int lower = levels.lower(cell.level());
        int upper = levels.upper(cell.level());
        boolean upperStays = !levels.isHighest(cell.level()) && Math.abs(upper) <= staying;
        boolean lowerStays = !levels.isLowest(cell.level()) && Math.abs(lower) <= staying;
        boolean firstWins = !levels.isLowest(cell.level()) && lower >= 0;
        boolean secondWins = !levels.isHighest(cell.level()) && upper <= 0;
        if (firstWins || lowerStays) {
            reaches[cell.first()].set(cell.second());
        }
        if (secondWins || upperStays) {
            reaches[cell.second()].set(cell.first());
        }
    }

    /** The transitive closure (S. Warshall, 1962). */
    private void close() {
        for (int k = 0; k < reaches.length; k++) {
            for (BitSet row : reaches) {
                if (row.get(k)) {
                    row.or(reaches[k]);
                }
            }
        }
    }

    private void hold(Cell cell) {
        if (bound(cell.first(), cell.second())) {
            int beyond = Math.max(levels.isLowest(cell.level()) ? 0 : levels.lower(cell.level()),
                    levels.isHighest(cell.level()) ? 0 : -levels.upper(cell.level()));
            staying = Math.max(staying, beyond);
        }
    }
}
