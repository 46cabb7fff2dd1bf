package org.dohyo.battle.stream;

/**
 * Releases an answer's text evenly, so that neither the size nor the timing of a provider's chunks can be seen.
 * <p>
 * All text received between two ticks is one arrival. The rate is the text that came after the first arrival, divided
 * by the time from the first arrival to the newest: the answer's own average so far, even if the last piece is shorter
 * than the others. Text is released at this rate, a lag behind; the lag is the longest gap between two arrivals,
 * between {@value #LEAST_LAG} and {@value #MOST_LAG} ms. When the rate or the lag changes, the speed changes by a
 * quarter at most, so the text neither jumps nor stands still. After the end the rest is released at the same rate,
 * within {@value #MOST_LAG} ms. Times are milliseconds of one clock.
 */
final class Pacer {

    static final long LEAST_LAG = 250;
    static final long MOST_LAG = 3_000;
    private static final double MOST_HASTE = 1.25;

    private final StringBuilder received = new StringBuilder();
    private int noted;
    private int atFirst;
    private long first = -1;
    private long last;
    private long lag = LEAST_LAG;
    private long now;
    private boolean ended;
    private double endSpeed;
    private double released;
    private int readable;

    void arrive(String text) {
        received.append(text);
    }

    /** No more text will arrive. */
    void end() {
        ended = true;
    }

    /** Ends the text with what may be read by now and forgets the rest. */
    void cut() {
        received.setLength(readable);
        noted = Math.min(noted, readable);
        released = readable;
        ended = true;
    }

    /** Moves to that time; returns whether more text may be read than before. */
    boolean advance(long time) {
        long passed = time - now;
        now = time;
        if (received.length() > noted) {
            note();
        }
        int before = readable;
        if (first >= 0) {
            released = Math.min(received.length(), released + step(passed));
            readable = wholeCharacters(Math.max(readable, (int) released));
        }
        return readable > before;
    }

    private void note() {
        noted = received.length();
        if (first < 0) {
            first = now;
            atFirst = noted;
        } else {
            lag = Math.min(MOST_LAG, Math.max(lag, now - last));
        }
        last = now;
    }

    private double step(long passed) {
        if (ended) {
            return restSpeed() * passed;
        }
        long waiting = Math.min(MOST_LAG, Math.max(lag, now - last));
        long behind = now - first - waiting;
        if (behind <= 0) {
            return 0;
        }
        double rate = rate();
        double wanted = rate * behind - released;
        return Math.min(Math.max(wanted, rate * passed / MOST_HASTE), rate * passed * MOST_HASTE);
    }

    /** Characters per millisecond so far; after a single arrival, all of its text counts. */
    private double rate() {
        return last > first ? (noted - atFirst) / (double) (last - first) : noted / (double) (now - first);
    }

    /** Computed once, when the end is first seen, because the speed must not fall as the rest gets shorter. */
    private double restSpeed() {
        if (endSpeed == 0) {
            double rest = received.length() - released;
            endSpeed = last > first ? Math.max(rate(), rest / MOST_LAG) : rest / LEAST_LAG;
        }
        return endSpeed;
    }

    /** Never splits a surrogate pair. */
    private int wholeCharacters(int end) {
        return end > 0 && end < received.length() && Character.isHighSurrogate(received.charAt(end - 1)) ? end - 1
                : end;
    }

    boolean empty() {
        return received.isEmpty();
    }

    boolean drained() {
        return ended && readable == received.length();
    }

    String readable() {
        return received.substring(0, readable);
    }

    String all() {
        return received.toString();
    }
}
