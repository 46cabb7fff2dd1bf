package org.dohyo.vote;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** The size of the log that is counted, in one row: a view that other rooms may join to their counts. */
@Entity
@Immutable
@Table(name = "vote_log_size")
public class LogSize {

    @Id
    public boolean onlyOne;

    @Column(name = "size")
    public long logSize;
}
