package org.dohyo.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class ReadAheadTest {

    /** Answers once as many files are being read as are expected at a time. */
    private static final class Slow implements Source {

        private final CountDownLatch together;
        private final AtomicInteger reads = new AtomicInteger();

        Slow(int together) {
            this.together = new CountDownLatch(together);
        }

        @Override
        public byte[] read(String path, int most) {
            reads.incrementAndGet();
            together.countDown();
            try {
                assertThat(together.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (path.equals("missing")) {
                throw new MissingException("there is no missing");
            }
            return path.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String address() {
            return "slow";
        }

        @Override
        public boolean live() {
            return true;
        }
    }

    @Test
    void wantedFiles_areReadTogether_andOnce() {
        Slow source = new Slow(3);
        try (ReadAhead ahead = new ReadAhead(source, 3)) {
            for (String file : new String[] { "a", "b", "missing", "a" }) {
                ahead.want(file, 9);
            }
            assertThat(ahead.read("b", 9)).asString().isEqualTo("b");
            assertThat(ahead.read("a", 9)).asString().isEqualTo("a");
            assertThatThrownBy(() -> ahead.read("missing", 9)).isInstanceOf(Source.MissingException.class);
            assertThat(source.reads).hasValue(3);
            assertThat(ahead.read("not wanted", 99)).asString().isEqualTo("not wanted");
        }
    }
}
