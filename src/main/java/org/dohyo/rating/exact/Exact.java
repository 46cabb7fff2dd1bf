package org.dohyo.rating.exact;

/**
 * Functions whose last bit is defined. {@link Math} may differ from one Java or processor to another in all but the
 * four operations and the square root. Sums are plain loops in a stated order: a stream's may be compensated.
 */
public final class Exact {

    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    private static final int BIAS = 1_023;
    // The bits of 1.
    private static final long ONE = (long) BIAS << FRACTION_BITS;
    private static final double ROOT_OF_TWO = 1.4142135623730951;
    private static final double LOG_OF_TWO = 0.6931471805599453;

    private Exact() {
    }

    public static double exp(double x) {
        return StrictMath.exp(x);
    }

    public static double pow(double base, double exponent) {
        return StrictMath.pow(base, exponent);
    }

    /**
     * log(x) for a normal x above 0, within three units in the last place where |log(x)| ≥ 1/3: with x = m·2ᵏ, √½ ≤ m ≤
     * √2, k·log 2 + 2·artanh(s) with s = (m−1)/(m+1), the series to s²¹.
     */
    public static double log(double x) {
        long bits = Double.doubleToLongBits(x);
        long exponent = (bits >>> FRACTION_BITS) - BIAS;
        double m = Double.longBitsToDouble(bits & FRACTION | ONE);
        if (m > ROOT_OF_TWO) {
            m /= 2;
            exponent++;
        }
        double s = (m - 1) / (m + 1);
        double z = s * s;
        double z2 = z * z;
        double z4 = z2 * z2;
        // Products with constants: eleven divisions would take longer than all the rest.
        double begin = 1 + z * (1 / 3.0) + z2 * (1 / 5.0 + z * (1 / 7.0))
                + z4 * (1 / 9.0 + z * (1 / 11.0) + z2 * (1 / 13.0 + z * (1 / 15.0)));
        double rest = 1 / 17.0 + z * (1 / 19.0) + z2 * (1 / 21.0);
        return exponent * LOG_OF_TWO + 2 * s * (begin + z4 * z4 * rest);
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
