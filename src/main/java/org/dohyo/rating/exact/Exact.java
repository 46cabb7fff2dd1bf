package org.dohyo.rating.exact;

/**
 * Functions whose last bit is defined. {@link Math} may differ from one Java or processor to another in all but the
 * four operations and the square root. Sums are plain loops in a stated order: a stream's may be compensated.
 */
public final class Exact {

    private Exact() {
    }

    public static double exp(double x) {
        return StrictMath.exp(x);
    }

    public static double pow(double base, double exponent) {
        return StrictMath.pow(base, exponent);
    }

    public static double log(double x) {
        return StrictMath.log(x);
    }

    /**
     * log(1+x) for x in 0 … 1, within two units in the last place: 2·artanh(s) with s = x/(2+x) ≤ 1/3, the series to
     * s³¹. The logarithm of StrictMath leaves the compiled code on Java 17 and takes four times as long.
     */
    public static double log1p(double x) {
        double s = x / (2 + x);
        double z = s * s;
        double z2 = z * z;
        double z4 = z2 * z2;
        double begin = 1 + z / 3 + z2 * (1 / 5.0 + z / 7) + z4 * (1 / 9.0 + z / 11 + z2 * (1 / 13.0 + z / 15));
        double rest = 1 / 17.0 + z / 19 + z2 * (1 / 21.0 + z / 23)
                + z4 * (1 / 25.0 + z / 27 + z2 * (1 / 29.0 + z / 31));
        return 2 * s * (begin + z4 * z4 * rest);
    }

    /** The values added from the first to the last. */
    public static double sum(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
