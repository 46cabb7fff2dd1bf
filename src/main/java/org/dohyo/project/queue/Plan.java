package org.dohyo.project.queue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.content.BlindAnswers;
import org.dohyo.project.content.RecordedAnswer;
import org.dohyo.project.people.ProjectAccess;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/** Plans the items of a project from what has been answered. */
@ApplicationScoped
public class Plan {

    private static final int MOST_ITEMS = 200_000;
    private static final int LONGEST_SECONDS = 300;
    /** The most models that a refusal names. */
    private static final int MOST_NAMED = 20;
    private static final String ITEMS = """
            insert into project_item (project_id, prompt_id, model_a, model_b, place, wanted)
            select :project, prompt, a, b, place, :wanted
            from unnest(:prompts, :as, :bs, :places) as given (prompt, a, b, place)""";

    private final ProjectAccess access;
    private final Project.Repository projects;
    private final BlindAnswers answers;
    private final Item.Repository items;
    private final Jdbi jdbi;
    private final Audit audit;

    Plan(ProjectAccess access, Project.Repository projects, BlindAnswers answers, Item.Repository items,
            Jdbi jdbi, Audit audit) {
        this.access = access;
        this.projects = projects;
        this.answers = answers;
        this.items = items;
        this.jdbi = jdbi;
        this.audit = audit;
    }

    /**
     * @param added new items
     * @param items of the whole plan
     * @param naming models of which answers are left out because they name their model
     */
    public record Report(int added, long items, List<RecordedAnswer.NamingModel> naming) {
    }

    /**
     * Adds items behind those that are planned already. Answers that name their own model are left out, since who
     * compares them isn't blind.
     *
     * @param pairsPerPrompt how many pairs each prompt is to have, earlier ones included; null for all
     * @throws RuntimeException 409 if no prompt has two answers that can be compared, 400 if the plan would be too long
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public Report extend(String slug, Integer pairsPerPrompt, String who) {
        Project project = projects.findById(access.ownOpen(slug).id, LockModeType.PESSIMISTIC_WRITE);
        List<PairBlocks.Answered> answered = answered(project);
        int most = answered.stream().mapToInt(prompt -> pairs(prompt.models().size())).max().orElse(0);
        if (most == 0) {
            throw nothing(answers.naming(project.id));
        }
        int each = pairsPerPrompt == null ? most : Math.min(most, pairsPerPrompt);
        if (answered.stream().mapToLong(prompt -> Math.min(each, pairs(prompt.models().size()))).sum() > MOST_ITEMS) {
            throw ProjectRefusal.field("pairsPerPrompt", words -> words.tooManyItems(MOST_ITEMS));
        }
        List<PairBlocks.Pairing> before = items.planned(project.id);
        List<PairBlocks.Pairing> plan = new PairBlocks(answered, new HashSet<>(before), project.id).plan(each);
        store(project, plan, items.lastPlace(project.id));
        Report report = new Report(plan.size(), (long) before.size() + plan.size(),
                answers.naming(project.id));
        audit.record(who, "plan", "project:" + project.slug, null, report);
        return report;
    }

    private static RuntimeException nothing(List<RecordedAnswer.NamingModel> naming) {
        if (naming.isEmpty()) {
            return ProjectRefusal.of(Status.CONFLICT, "nothing-to-compare", ProblemMessages::nothingToCompare);
        }
        String models = naming.stream().limit(MOST_NAMED).map(one -> one.model() + " (" + one.naming() + "/"
                + one.answers() + ")").collect(Collectors.joining(", ", "", naming.size() > MOST_NAMED ? ", …" : ""));
        return ProjectRefusal.of(Status.CONFLICT, "answers-name-models", words -> words.answersNameModels(models));
    }

    private static int pairs(int models) {
        return models * (models - 1) / 2;
    }

    private List<PairBlocks.Answered> answered(Project project) {
        Map<Long, List<Long>> models = new TreeMap<>();
        answers.of(project.id).forEach(
                key -> models.computeIfAbsent(key.promptId(), prompt -> new ArrayList<>()).add(key.modelId()));
        return models.entrySet().stream().map(one -> new PairBlocks.Answered(one.getKey(), one.getValue())).toList();
    }

    private void store(Project project, List<PairBlocks.Pairing> plan, int last) {
        jdbi.useHandle(handle -> handle.createUpdate(ITEMS).bind("project", project.id)
                .bind("wanted", project.votesPerItem)
                .bindArray("prompts", Long.class, plan.stream().map(PairBlocks.Pairing::prompt).toList())
                .bindArray("as", Long.class, plan.stream().map(PairBlocks.Pairing::modelA).toList())
                .bindArray("bs", Long.class, plan.stream().map(PairBlocks.Pairing::modelB).toList())
                .bindArray("places", Integer.class,
                        IntStream.rangeClosed(last + 1, last + plan.size()).boxed().toList())
                .execute());
    }
}
