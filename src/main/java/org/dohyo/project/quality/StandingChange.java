package org.dohyo.project.quality;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** An annotator was left out or brought back. Never changed. */
@Entity
@Table(name = "project_standing")
public class StandingChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long memberId;

    public boolean leftOut;

    public String reason;

    public String decidedBy;

    public Instant decidedAt;

    /** @param annotator the number in the project */
    public record View(int annotator, boolean leftOut, String reason, String decidedBy, Instant decidedAt) {
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<StandingChange, Long> {

        private static final int MOST = 200;

        /** The newest first, at most 200. */
        public List<View> of(long projectId) {
            return find("""
                    select m.number, s.leftOut, s.reason, s.decidedBy, s.decidedAt
                    from StandingChange s join Member m on m.id = s.memberId
                    where m.projectId = ?1 order by s.id desc""", projectId).page(0, MOST).project(View.class).list();
        }
    }
}
