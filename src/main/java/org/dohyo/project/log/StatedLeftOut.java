package org.dohyo.project.log;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.dohyo.project.people.Member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** An annotator whose project's log says that the judgements don't count. */
@Entity
@Table(name = "project_left_out")
class StatedLeftOut {

    private static final String UNSTATED = """
            from Member m where m.leftOutAt is not null
            and not exists (select 1 from StatedLeftOut s where s.memberId = m.id)""";
    private static final String OUTDATED = """
            from Member m join StatedLeftOut s on s.memberId = m.id where m.leftOutAt is null""";

    @Id
    long memberId;

    long projectId;

    static StatedLeftOut of(Member member) {
        StatedLeftOut stated = new StatedLeftOut();
        stated.memberId = member.id;
        stated.projectId = member.projectId;
        return stated;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<StatedLeftOut, Long> {

        /** The projects whose log doesn't say yet that somebody is left out. */
        List<Long> projectsToLeaveOut() {
            return find("select distinct m.projectId " + UNSTATED).project(Long.class).list();
        }

        /** The projects whose log doesn't say yet that somebody counts again. */
        List<Long> projectsToRestore() {
            return find("select distinct m.projectId " + OUTDATED).project(Long.class).list();
        }

        List<Member> toLeaveOut(long projectId) {
            return members(UNSTATED + " and m.projectId = ?1 order by m.leftOutAt, m.id", projectId);
        }

        List<Member> toRestore(long projectId) {
            return members(OUTDATED + " and m.projectId = ?1 order by m.id", projectId);
        }

        private List<Member> members(String from, long projectId) {
            return getEntityManager().createQuery("select m " + from, Member.class).setParameter(1, projectId)
                    .getResultList();
        }
    }
}
