package org.dohyo.project.out;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Exchange;
import org.dohyo.project.Criterion;
import org.dohyo.project.Project;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.content.Prompt;
import org.dohyo.project.judgement.CountedJudgements;
import org.dohyo.project.judgement.Highlight;
import org.dohyo.project.judgement.Preference;
import org.dohyo.project.judgement.Rating;
import org.dohyo.project.queue.Assignment;
import org.dohyo.project.queue.AssignmentState;
import org.dohyo.text.Language;

/**
 * Reads judgements of ordinary items in the order of their times, a page at a time, so that any number of them needs
 * little memory.
 */
@ApplicationScoped
class ExportedJudgements {

    private static final String PAGE = """
            select a.id, a.swapped, a.reservedAt, a.decidedAt, a.comment, m.number, m.leftOutAt, m.leftOutWhy,
                i.promptId, i.modelA, i.modelB
            from Assignment a join Item i on i.id = a.itemId join Member m on m.id = a.memberId
            where a.projectId = ?1 and a.state = ?2 and a.decidedAt >= ?3 and (a.decidedAt > ?3 or a.id > ?4)
                and a.decidedAt < ?5 and (?6 = false or m.leftOutAt is null) and\s""" + CountedJudgements.ORDINARY
            + " order by a.decidedAt, a.id";
    private static final String ANSWERS = """
            select a.id, r.modelId, r.turns from Assignment a join Item i on i.id = a.itemId
            join RecordedAnswer r on r.promptId = i.promptId and (r.modelId = i.modelA or r.modelId = i.modelB)
            where a.id in ?1""";

    private final Assignment.Repository assignments;
    private final Rating.Repository ratings;
    private final Highlight.Repository highlights;
    private final Criterion.Repository criteria;
    private final Prompt.Repository prompts;
    private final AnsweringModel.Repository models;

    ExportedJudgements(Assignment.Repository assignments, Rating.Repository ratings,
            Highlight.Repository highlights, Criterion.Repository criteria, Prompt.Repository prompts,
            AnsweringModel.Repository models) {
        this.assignments = assignments;
        this.ratings = ratings;
        this.highlights = highlights;
        this.criteria = criteria;
        this.prompts = prompts;
        this.models = models;
    }

    /** One judgement; the item's first model was on the side B if {@code swapped}. */
    public record Row(UUID id, boolean swapped, Instant reservedAt, Instant decidedAt, String comment, int number,
            Instant leftOutAt, String leftOutWhy, long promptId, long modelA, long modelB) {
    }

    /** What a model answered in one judgement. */
    public record Given(UUID id, long model, List<String> turns) {
    }

    /** The place behind which a page begins. */
    record Place(Instant at, UUID id) {

        static Place beginning(Instant from) {
            return new Place(from, new UUID(0, 0));
        }
    }

    /** @param turns how many turns each judged conversation has, in the same order */
    record Page(List<ExportedJudgement> judgements, List<Integer> turns, Place end) {
    }

    /** In the caller's transaction; empty behind the last one. */
    Page page(Project project, Place after, Instant end, JudgementSelection selection, int size) {
        List<Row> rows = assignments.find(PAGE, project.id, AssignmentState.JUDGED, after.at, after.id, end,
                selection.countedOnly()).page(0, size).project(Row.class).list();
        if (rows.isEmpty()) {
            return new Page(List.of(), List.of(), after);
        }
        Words words = new Words(project, rows, selection);
        Row last = rows.get(rows.size() - 1);
        return new Page(rows.stream().map(words::judgement).toList(),
                rows.stream().map(row -> words.asked.get(row.promptId).turns.size()).toList(),
                new Place(last.decidedAt, last.id));
    }

    /** What belongs to the rows of one page. */
    private final class Words {

        private final Project project;
        private final JudgementSelection selection;
        private final Map<Long, Prompt> asked;
        private final Map<Long, Language> languages = new HashMap<>();
        private final Map<Long, String> names;
        private final Map<Long, String> slugs;
        private final Map<UUID, List<Rating>> said;
        private final Map<UUID, List<Highlight>> marked;
        private final Map<UUID, Map<Long, List<String>>> answers;

        Words(Project project, List<Row> rows, JudgementSelection selection) {
            this.project = project;
            this.selection = selection;
            List<UUID> ids = rows.stream().map(Row::id).toList();
            Set<Long> promptIds = rows.stream().map(Row::promptId).collect(Collectors.toSet());
            asked = prompts.list("id in ?1", promptIds).stream()
                    .collect(Collectors.toMap(prompt -> prompt.id, Function.identity()));
            names = models.of(project.id).stream().collect(Collectors.toMap(model -> model.id, model -> model.name));
            slugs = new LinkedHashMap<>();
            criteria.of(project.id).forEach(criterion -> slugs.put(criterion.id, criterion.slug));
            said = ratings.of(ids).stream().collect(Collectors.groupingBy(rating -> rating.assignmentId));
            marked = selection.highlights()
                    ? highlights.of(ids).stream().collect(Collectors.groupingBy(one -> one.assignmentId))
                    : Map.of();
            answers = given(selection.texts() ? ids : marked.keySet());
        }

        private Map<UUID, Map<Long, List<String>>> given(Collection<UUID> ids) {
            return ids.isEmpty() ? Map.of()
                    : assignments.find(ANSWERS, ids).project(Given.class).list().stream().collect(Collectors
                            .groupingBy(Given::id, Collectors.toMap(Given::model, Given::turns)));
        }

        ExportedJudgement judgement(Row row) {
            long left = row.swapped ? row.modelB : row.modelA;
            long right = row.swapped ? row.modelA : row.modelB;
            Prompt prompt = asked.get(row.promptId);
            Language language = languages.computeIfAbsent(prompt.id, id -> Language.of(prompt.turns.get(0)));
            return new ExportedJudgement(row.id, prompt.key, language, names.get(left), names.get(right),
                    project.slug + "-" + row.number, row.reservedAt, row.decidedAt, preferences(row),
                    selection.comments() ? row.comment : null, highlights(row), row.leftOutAt, row.leftOutWhy,
                    selection.texts() ? texts(prompt, answers.get(row.id), left, right) : List.of());
        }

        private List<ExportedHighlight> highlights(Row row) {
            return marked.getOrDefault(row.id, List.of()).stream()
                    .map(one -> ExportedHighlight.of(one, row.swapped,
                            answers.get(row.id).get(one.ofFirst ? row.modelA : row.modelB)))
                    .toList();
        }

        private Map<String, Preference> preferences(Row row) {
            Map<Long, Preference> byCriterion = said.getOrDefault(row.id, List.of()).stream().collect(Collectors
                    .toMap(one -> one.criterionId, one -> Preference.of(one.value, one.bothBad, row.swapped)));
            Map<String, Preference> preferences = new LinkedHashMap<>();
            slugs.forEach((id, slug) -> {
                if (byCriterion.containsKey(id)) {
                    preferences.put(slug, byCriterion.get(id));
                }
            });
            return preferences;
        }

        private static List<Exchange> texts(Prompt prompt, Map<Long, List<String>> given, long left, long right) {
            return IntStream.range(0, prompt.turns.size())
                    .mapToObj(turn -> new Exchange(turn + 1, prompt.turns.get(turn), given.get(left).get(turn),
                            given.get(right).get(turn)))
                    .toList();
        }
    }
}
