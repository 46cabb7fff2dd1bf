package org.dohyo.integrity;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The random key of a day (UTC), with which networks and prompts are given tags; deleted soon after the day. */
@Entity
class DaySalt {

    private static final int BYTES = 32;

    @Id
    LocalDate day;

    byte[] salt;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<DaySalt, LocalDate> {

        private final SecureRandom random = new SecureRandom();

        /** The key of a day that is not over; made now if no replica has made it. */
        byte[] of(LocalDate day) {
            byte[] fresh = new byte[BYTES];
            random.nextBytes(fresh);
            getEntityManager().createNativeQuery(
                    "insert into day_salt (day, salt) values (:day, :salt) on conflict do nothing")
                    .setParameter("day", day).setParameter("salt", fresh).executeUpdate();
            return known(day).orElseThrow();
        }

        /** Empty if the day has been over for long. */
        Optional<byte[]> known(LocalDate day) {
            return find("select salt from DaySalt where day = ?1", day).project(byte[].class).firstResultOptional();
        }

        void forgetBefore(LocalDate day) {
            delete("day < ?1", day);
        }
    }
}
