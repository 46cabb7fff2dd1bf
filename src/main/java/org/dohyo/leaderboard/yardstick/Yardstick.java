package org.dohyo.leaderboard.yardstick;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A leaderboard of others. */
@Entity
public class Yardstick {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;

    /** The address that the file comes from. */
    public String source;

    /** The day that the ratings are of. */
    public LocalDate dated;

    /** Its name, such as {@code CC-BY-4.0}, or what is known of it. */
    public String license;

    /** What readers have to know of it; may be empty. */
    public String licenseNote;

    public String importedBy;

    public Instant importedAt;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Yardstick, Long> {

        /** By name. */
        List<Yardstick> byName() {
            return list("order by name");
        }

        Optional<Yardstick> named(String name) {
            return find("name", name).firstResultOptional();
        }
    }
}
