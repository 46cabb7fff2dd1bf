package org.dohyo.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NamedQuery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/**
 * The wrong passwords for one name from one network since the last right one, or those of one network for all names.
 */
@Entity
@NamedQuery(name = "SignInFailure.first", query = """
        insert into SignInFailure (key, failures, until) values (:key, 1, :now) on conflict (key) do nothing""")
public class SignInFailure {

    private static final int MOST = 1000;
    /** 2 to this power is more seconds than any wait. */
    private static final int LARGEST_EXPONENT = 20;

    /** How soon wrong passwords are slowed down, and how much. */
    enum Bound {
        NAME(5, Duration.ofMinutes(15)),
        /** Of a network for all names together: shorter waits, since others may use the network too. */
        NETWORK(20, Duration.ofMinutes(1));

        private final int first;
        private final Duration longest;

        Bound(int first, Duration longest) {
            this.first = first;
            this.longest = longest;
        }

        /** One second at the first failure that is slowed down, doubled by each further one up to the longest wait. */
        Duration penalty(int failures) {
            if (failures < first) {
                return Duration.ZERO;
            }
            Duration doubled = Duration.ofSeconds(1L << Math.min(failures - first, LARGEST_EXPONENT));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }

    /** SHA-256 of name and network, or of the network. */
    @Id
    private byte[] key;

    private int failures;

    /** The time from which the next attempt is allowed. */
    private Instant until;

    /** The time until the next attempt is allowed; zero if it is allowed now. */
    Duration wait(Instant now) {
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** Counts one more wrong password. */
    void again(Instant now, Bound bound) {
        failures = Math.min(failures + 1, MOST);
        until = now.plus(bound.penalty(failures));
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<SignInFailure, byte[]> {

        /** Counts the first failure of that key; returns false and changes nothing if it has failures already. */
        boolean addFirst(byte[] key, Instant now) {
            return update("#SignInFailure.first", Map.of("key", key, "now", now)) == 1;
        }

        Optional<SignInFailure> lock(byte[] key) {
            return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
        }

        void deleteBefore(Instant time) {
            delete("until < ?1", time);
        }
    }
}
