package org.dohyo.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.dohyo.model.secret.KeyedHashes;
import org.dohyo.replica.SharedLimits;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** Two replicas that count the same networks. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TalliesIT {

    private static final Rate RATE = Rate.NETWORK_VOTES;

    @Inject
    SharedLimits limits;
    @Inject
    KeyedHashes keys;
    @Inject
    Clock clock;
    @Inject
    EntityManager database;

    private final String network = "network " + UUID.randomUUID();
    private Tallies one;
    private Tallies other;

    @BeforeEach
    void replicas() {
        one = new Tallies(limits, keys, clock);
        other = new Tallies(limits, keys, clock);
    }

    private static void share(Tallies replica) {
        QuarkusTransaction.requiringNew().run(replica::share);
    }

    private void take(Tallies replica, int events) {
        for (int i = 0; i < events; i++) {
            assertThat(replica.take(RATE, network, 100)).isTrue();
        }
    }

    @Test
    void replicas_countTogether_onceTheyHaveShared() {
        take(one, 3);
        take(other, 2);
        assertThat(one.count(RATE, network)).isEqualTo(3);
        assertThat(other.count(RATE, network)).isEqualTo(2);
        share(one);
        share(other);
        assertThat(other.count(RATE, network)).isEqualTo(5);
        assertThat(other.take(RATE, network, 5)).isFalse();
        take(one, 1);
        share(one);
        assertThat(one.count(RATE, network)).isEqualTo(6);
        assertThat(one.left(RATE, network)).isPositive().isLessThanOrEqualTo(RATE.window());
        assertThat(one.count(RATE, network + "0")).isZero();
        assertThat(one.count(Rate.NETWORK, network)).isZero();
    }

    @Test
    void theNetwork_isStoredAsAHashAlone() {
        take(one, 1);
        share(one);
        List<?> subjects = database.createNativeQuery("select subject from shared_limit where name = :name")
                .setParameter("name", RATE.label()).getResultList();
        assertThat(subjects).isNotEmpty()
                .allSatisfy(subject -> assertThat((String) subject).matches("[0-9a-f]{32}"));
    }
}
