package org.dohyo.project.queue;

import java.util.Optional;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.project.Project;
import org.dohyo.project.people.Member;

/**
 * Mixes items among the ordinary ones that show how carefully an annotator works: those with a known answer, and some
 * that the annotator has judged before. They come by chance, and only while there are ordinary ones, so that nothing
 * gives them away.
 */
@ApplicationScoped
class Checks {

    /** Nothing comes again before so many others were judged. */
    static final int BETWEEN = 5;
    private static final int HUNDRED = 100;

    private final QueueRows rows;
    private final RandomGenerator random;

    Checks(QueueRows rows, RandomGenerator random) {
        this.rows = rows;
        this.random = random;
    }

    /** @param swapped true if the item's first model comes on the side B */
    record Drawn(AssignmentKind kind, QueueRows.Taken item, boolean swapped) {
    }

    /** What comes in place of an ordinary item this time; mostly nothing. */
    Optional<Drawn> draw(Project project, Member member) {
        int drawn = random.nextInt(HUNDRED);
        if (drawn >= project.goldPercent + project.repeatPercent || !rows.anyOpen(member)) {
            return Optional.empty();
        }
        return drawn < project.goldPercent ? gold(member) : again(member);
    }

    private Optional<Drawn> gold(Member member) {
        return rows.gold(member).map(item -> new Drawn(AssignmentKind.GOLD, item, random.nextBoolean()));
    }

    private Optional<Drawn> again(Member member) {
        return rows.again(member, BETWEEN)
                .map(before -> new Drawn(AssignmentKind.REPEAT, before.item(), !before.swapped()));
    }
}
