package org.dohyo.battle;

/**
 * Lets an answer's text out evenly, so that neither the size nor the timing of a provider's chunks can be seen.
 * <p>
 * While text arrives, what has been let out at time t is received · (1 − lag/elapsed): the answer's own average rate so
 * far, seen a lag ago. The lag is the longest gap between two arrivals, between {@value #LEAST_LAG} and
 * {@value #MOST_LAG} ms. After the end the rest leaves evenly within one lag. Times are milliseconds of one clock.
 */
final class Pacer {

    static final long LEAST_LAG = 250;
    static final long MOST_LAG = 3_000;

    private final StringBuilder received = new StringBuilder();
    private long begun = -1;
    private long lastArrival;
    private long lag = LEAST_LAG;
    private long ended = -1;
    private int releasedAtEnd;
    private int released;

    void arrive(String text, long now) {
        if (begun < 0) {
            begun = now;
        } else {
            lag = Math.min(MOST_LAG, Math.max(lag, now - lastArrival));
        }
        lastArrival = now;
        received.append(text);
    }

    /** No more text will arrive. */
    void end(long now) {
        ended = now;
        releasedAtEnd = released;
    }

    /** Everything received may be read at once: the answer was stopped or failed. */
    void releaseAll() {
        released = received.length();
    }

    /** Moves to that time; returns whether more text may be read than before. */
    boolean advance(long now) {
        int before = released;
        if (begun >= 0) {
            released = wholeCharacters(Math.max(released, (int) Math.min(received.length(), target(now))));
        }
        return released > before;
    }

    private double target(long now) {
        if (ended >= 0) {
            double share = (now - ended) / (double) lag;
            return releasedAtEnd + (received.length() - releasedAtEnd) * Math.min(1, share);
        }
        double elapsed = Math.max(1, now - begun);
        return Math.max(0, received.length() * (1 - lag / elapsed));
    }

    /** Never parts a surrogate pair. */
    private int wholeCharacters(int end) {
        return end > 0 && end < received.length() && Character.isHighSurrogate(received.charAt(end - 1)) ? end - 1 : end;
    }

    boolean empty() {
        return received.isEmpty();
    }

    boolean drained() {
        return ended >= 0 && released == received.length();
    }

    String readable() {
        return received.substring(0, released);
    }

    String all() {
        return received.toString();
    }
}
