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

/** The wrong passwords for one name from one address since the last correct one. */
@Entity
@NamedQuery(name = "SignInFailure.first", query = """
        insert into SignInFailure (key, failures, until) values (:key, 1, :now) on conflict (key) do nothing""")
public class SignInFailure {

    /** The wrong passwords before the first wait. */
    private static final int FREE = 5;
    private static final int MOST = 1000;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** 2 to this power is more seconds than {@link #LONGEST}. */
    private static final int LARGEST_EXPONENT = 20;

    /** SHA-256 of name and address. */
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
    void again(Instant now) {
        failures = Math.min(failures + 1, MOST);
        until = now.plus(penalty(failures));
    }

    /** One second at the fifth failure, doubled by each further one up to a quarter of an hour. */
    static Duration penalty(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - FREE, LARGEST_EXPONENT));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
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
