package org.dohyo.vote;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A battle whose vote is in the log: a published view. */
@Entity
@Immutable
@Table(name = "logged_battle")
public class LoggedBattle {

    @Id
    @Column(name = "battle_id")
    public UUID battleId;

    /** The position of the vote's first entry. */
    public long position;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<LoggedBattle, UUID> {
    }
}
