package org.dohyo.vote.uncounted;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The votes of a day (UTC) that is over, cast here and not withdrawn, by the reason for which they aren't counted. */
@Entity
@IdClass(VoteDay.Key.class)
class VoteDay {

    record Key(LocalDate day, String reason) implements Serializable {
    }

    /** The votes of several days with the same reason. */
    record Sum(String reason, long votes) {
    }

    @Id
    LocalDate day;

    /** Empty for votes that count. */
    @Id
    String reason;

    long votes;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<VoteDay, Key> {

        Optional<LocalDate> newest() {
            return find("select max(day) from VoteDay").project(LocalDate.class).stream().filter(Objects::nonNull)
                    .findFirst();
        }

        List<Sum> between(LocalDate from, LocalDate to) {
            return find("select reason, sum(votes) from VoteDay where day >= ?1 and day < ?2 group by reason", from, to)
                    .project(Sum.class).list();
        }
    }
}
