package org.dohyo.project.judgement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Side;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.queue.Assignment;
import org.dohyo.project.queue.Queue;

/** Reads the passages that annotators mark, against the texts that were shown, and stores them. */
@ApplicationScoped
class Highlights {

    private static final int MOST = 50;
    private static final int LONGEST_NOTE = 500;
    private static final Comparator<Highlight> IN_TEXT = Comparator
            .comparing((Highlight one) -> !one.ofFirst).thenComparingInt(one -> one.turn)
            .thenComparingInt(one -> one.begins);

    private final Highlight.Repository highlights;
    private final Queue queue;

    Highlights(Highlight.Repository highlights, Queue queue) {
        this.highlights = highlights;
        this.queue = queue;
    }

    /** @throws RuntimeException 400 if passages are given and the project wants none */
    static void requireWanted(Project project, List<Highlight> given) {
        if (!project.highlights && !given.isEmpty()) {
            throw ProjectRefusal.field("highlights", ProblemMessages::noHighlights);
        }
    }

    void store(List<Highlight> given) {
        highlights.persist(given);
    }

    /** True if exactly these passages are stored with the judgement. */
    boolean stored(Assignment assignment, List<Highlight> given) {
        List<Highlight> stored = highlights.of(assignment.id);
        return stored.size() == given.size()
                && IntStream.range(0, given.size()).allMatch(i -> stored.get(i).says(given.get(i)));
    }

    /**
     * The passages as they are stored, in the order of the text.
     *
     * @param passages may be null
     * @throws RuntimeException 400 naming a wrong field
     */
    List<Highlight> read(Assignment assignment, List<Passage> passages) {
        if (passages == null || passages.isEmpty()) {
            return List.of();
        }
        if (passages.size() > MOST) {
            throw ProjectRefusal.field("highlights", words -> words.mostHighlights(MOST));
        }
        List<Queue.Turn> turns = queue.turns(assignment);
        List<Highlight> given = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Field field = new Field("highlights[" + i + "]");
            Highlight highlight = read(assignment, turns, passages.get(i), field);
            field.require(given.stream().noneMatch(highlight::overlaps), ProblemMessages::overlaps);
            given.add(highlight);
        }
        given.sort(IN_TEXT);
        return given;
    }

    private static Highlight read(Assignment assignment, List<Queue.Turn> turns, Passage passage, Field field) {
        Side side = field.given("side", passage.side(), one -> one.equals("A") || one.equals("B"),
                words -> words.oneOf("A, B")).equals("A") ? Side.A : Side.B;
        Highlight highlight = new Highlight();
        highlight.assignmentId = assignment.id;
        highlight.ofFirst = (side == Side.A) != assignment.swapped;
        highlight.turn = field.given("turn", passage.turn(), one -> one >= 1 && one <= turns.size(),
                words -> words.between(1, turns.size()));
        Queue.Turn turn = turns.get(highlight.turn - 1);
        String text = side == Side.A ? turn.a() : turn.b();
        highlight.begins = field.given("start", passage.start(), one -> one >= 0, ProblemMessages::notNegative);
        highlight.ends = field.given("end", passage.end(), one -> one > highlight.begins,
                ProblemMessages::behindStart);
        field.at("end").require(highlight.ends <= text.length(), words -> words.inText(text.length()));
        field.at("start").require(!splits(text, highlight.begins), ProblemMessages::splitsCharacter);
        field.at("end").require(!splits(text, highlight.ends), ProblemMessages::splitsCharacter);
        highlight.kind = HighlightKind.ofLabel(field.given("kind", passage.kind(),
                one -> HighlightKind.ofLabel(one).isPresent(), words -> words.oneOf("good, bad"))).orElseThrow();
        highlight.note = note(passage.note(), field.at("note"));
        return highlight;
    }

    /** True if the place is between the two halves of a character. */
    private static boolean splits(String text, int place) {
        return place > 0 && place < text.length() && Character.isHighSurrogate(text.charAt(place - 1))
                && Character.isLowSurrogate(text.charAt(place));
    }

    private static String note(String note, Field field) {
        if (note == null || note.isBlank()) {
            return null;
        }
        field.require(note.length() <= LONGEST_NOTE, words -> words.longest(LONGEST_NOTE));
        return note.strip();
    }

    /** A field of the body by its name. */
    private record Field(String name) {

        Field at(String member) {
            return new Field(name + "." + member);
        }

        void require(boolean right, Function<ProblemMessages, String> problem) {
            if (!right) {
                throw ProjectRefusal.field(name, problem);
            }
        }

        <T> T given(String member, T value, Predicate<T> right, Function<ProblemMessages, String> problem) {
            at(member).require(value != null, ProblemMessages::required);
            at(member).require(right.test(value), problem);
            return value;
        }
    }
}
