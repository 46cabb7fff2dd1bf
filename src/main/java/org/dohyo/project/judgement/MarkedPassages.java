package org.dohyo.project.judgement;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.content.Prompt;
import org.dohyo.project.content.RecordedAnswer;
import org.dohyo.project.people.ProjectAccess;

/** The passages that annotators marked in the answers to one prompt, for owners and viewers. */
@ApplicationScoped
public class MarkedPassages {

    private static final int MOST = 1_000;

    private final ProjectAccess access;
    private final Prompt.Repository prompts;
    private final AnsweringModel.Repository models;
    private final RecordedAnswer.Repository answers;
    private final Highlight.Repository highlights;

    MarkedPassages(ProjectAccess access, Prompt.Repository prompts, AnsweringModel.Repository models,
            RecordedAnswer.Repository answers, Highlight.Repository highlights) {
        this.access = access;
        this.prompts = prompts;
        this.models = models;
        this.answers = answers;
        this.highlights = highlights;
    }

    /**
     * A passage of a model's answer.
     *
     * @param turn from 1
     * @param text the passage's words
     * @param note the annotator's words on it, or null
     * @param annotator the number
     */
    public record Marked(String model, int turn, boolean good, String text, String note, int annotator) {
    }

    /** @param all the first thousand, in the order of the texts */
    public record Passages(List<Marked> all) {

        /** Those of one answer. */
        public List<Marked> of(String model, int turn) {
            return all.stream().filter(one -> one.turn == turn && one.model.equals(model)).toList();
        }
    }

    /** None if the project has no such prompt. @throws RuntimeException 404 unless the caller may read the project */
    @Transactional
    public Passages at(String slug, String key) {
        long project = access.read(slug).project().id;
        return new Passages(prompts.findByKey(project, key).map(prompt -> at(project, prompt.id)).orElse(List.of()));
    }

    private List<Marked> at(long project, long prompt) {
        List<Highlight.Placed> placed = highlights.at(prompt, MOST);
        if (placed.isEmpty()) {
            return List.of();
        }
        Map<Long, String> names = models.of(project).stream()
                .collect(Collectors.toMap(model -> model.id, model -> model.name));
        Map<Long, List<String>> texts = answers.to(prompt).stream()
                .collect(Collectors.toMap(answer -> answer.modelId, answer -> answer.turns));
        return placed.stream().map(one -> new Marked(names.get(one.model()), one.turn(),
                one.kind() == HighlightKind.GOOD,
                texts.get(one.model()).get(one.turn() - 1).substring(one.begins(), one.ends()), one.note(),
                one.annotator())).toList();
    }
}
