package org.dohyo.rating;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes made-up votes for the peer and times our fit of the same arrays; {@code src/jmh/peer/compare.sh} runs both.
 */
final class PeerComparison {

    private static final int MODELS = 200;
    private static final int VOTES = 2_000_000;
    private static final int ROUNDS = 30;
    private static final int WARM = 20;

    private PeerComparison() {
    }

    /** @param args a directory: {@code votes.bin} and {@code dohyo.txt} are written there */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        RawVotes votes = RawVotes.drawn(MODELS, VOTES, 7);
        Files.write(directory.resolve("votes.bin"), bytes(votes));
        double[] millis = new double[ROUNDS];
        Fit fit = null;
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            fit = BradleyTerry.fit(votes.counts());
            millis[round] = (System.nanoTime() - begun) / 1e6;
        }
        double warm = 0;
        for (int round = WARM; round < ROUNDS; round++) {
            warm += millis[round] / (ROUNDS - WARM);
        }
        StringBuilder text = new StringBuilder("%f %f%n".formatted(millis[0], warm));
        for (int i = 0; i < MODELS; i++) {
            text.append("%.9f %.9f%n".formatted(fit.ratings()[i], fit.halfWidth(i)));
        }
        Files.writeString(directory.resolve("dohyo.txt"), text);
    }

    /** All models A, then all models B, then all outcomes, as little-endian 32-bit integers. */
    private static byte[] bytes(RawVotes votes) {
        ByteBuffer buffer = ByteBuffer.allocate(3 * Integer.BYTES * VOTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int[] column : new int[][] { votes.a(), votes.b(), votes.outcome() }) {
            for (int value : column) {
                buffer.putInt(value);
            }
        }
        return buffer.array();
    }
}
