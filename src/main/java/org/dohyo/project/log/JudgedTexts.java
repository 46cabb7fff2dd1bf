package org.dohyo.project.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.project.Criterion;
import org.dohyo.project.content.AnsweringModel;
import org.dohyo.project.content.Prompt;
import org.dohyo.project.content.RecordedAnswer;
import org.dohyo.project.judgement.Rating;
import org.dohyo.project.people.Member;
import org.dohyo.project.queue.Assignment;
import org.dohyo.project.queue.Item;

/** Reads all that the entries of a batch of judgements are made of, by one query for each table. */
@ApplicationScoped
class JudgedTexts {

    private final Item.Repository items;
    private final Prompt.Repository prompts;
    private final RecordedAnswer.Repository answers;
    private final Rating.Repository ratings;
    private final Member.Repository members;
    private final AnsweringModel.Repository models;
    private final Criterion.Repository criteria;

    JudgedTexts(Item.Repository items, Prompt.Repository prompts, RecordedAnswer.Repository answers,
            Rating.Repository ratings, Member.Repository members, AnsweringModel.Repository models,
            Criterion.Repository criteria) {
        this.items = items;
        this.prompts = prompts;
        this.answers = answers;
        this.ratings = ratings;
        this.members = members;
        this.models = models;
        this.criteria = criteria;
    }

    /** The judgements, in the given order, of one project. */
    List<JudgementLeaf> of(long projectId, List<Assignment> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        Map<Long, Item> judged = byId(items.list("id in ?1", ids(batch, one -> one.itemId)), item -> item.id);
        Map<Long, Prompt> asked = byId(prompts.list("id in ?1", ids(judged.values(), item -> item.promptId)),
                prompt -> prompt.id);
        Map<RecordedAnswer.Key, RecordedAnswer> answered = byId(answers.of(judged.keySet()),
                answer -> new RecordedAnswer.Key(answer.promptId, answer.modelId));
        Map<Long, Member> annotators = byId(members.list("id in ?1", ids(batch, one -> one.memberId)),
                member -> member.id);
        Map<Long, String> names = models.of(projectId).stream()
                .collect(Collectors.toMap(model -> model.id, model -> model.name));
        Map<Long, String> slugs = criteria.of(projectId).stream()
                .collect(Collectors.toMap(criterion -> criterion.id, criterion -> criterion.slug));
        Map<Object, List<Rating>> given = ratings.of(batch.stream().map(one -> one.id).toList()).stream()
                .collect(Collectors.groupingBy(rating -> rating.assignmentId));
        return batch.stream().map(one -> {
            Item item = judged.get(one.itemId);
            return new JudgementLeaf(one, item, annotators.get(one.memberId).number, names.get(item.modelA),
                    names.get(item.modelB), given.getOrDefault(one.id, List.of()), slugs,
                    asked.get(item.promptId).turns,
                    answered.get(new RecordedAnswer.Key(item.promptId, item.modelA)).turns,
                    answered.get(new RecordedAnswer.Key(item.promptId, item.modelB)).turns);
        }).toList();
    }

    private static <T> List<Long> ids(Collection<T> rows, Function<T, Long> id) {
        return rows.stream().map(id).distinct().toList();
    }

    private static <K, T> Map<K, T> byId(List<T> rows, Function<T, K> id) {
        return rows.stream().collect(Collectors.toMap(id, row -> row, (one, same) -> one));
    }
}
