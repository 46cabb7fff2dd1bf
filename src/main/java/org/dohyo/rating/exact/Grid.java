package org.dohyo.rating.exact;

/**
 * The grid of published ratings: whole multiples of 2⁻¹² points. An iterative fit ends a little beside the optimum,
 * elsewhere for each start; on the grid all ends near enough are one.
 */
public final class Grid {

    /** The distance of neighbours, in points. */
    public static final double STEP = 0x1p-12;
    /** So near to the middle of two neighbours, in points, a rating isn't rounded without another look. */
    public static final double UNDECIDED = 0x1p-27;

    private Grid() {
    }

    /** The nearest rating of the grid, the even multiple from the middle of two. */
    public static double nearest(double rating) {
        return Math.rint(rating / STEP) * STEP;
    }

    /** True if the rating could be moved by {@link #UNDECIDED} to either side without another result. */
    public static boolean decides(double rating) {
        return nearest(rating - UNDECIDED) == nearest(rating + UNDECIDED);
    }
}
