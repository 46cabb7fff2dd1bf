package org.dohyo.project.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.Model;
import org.dohyo.text.NameLeaks;
import org.dohyo.vote.IdentityLeaks;

/**
 * Finds answers that name their own model or its maker, by the rule of battles: nobody could compare them blindly. A
 * model is known by its name in the project, by all names of the arena's model whose slug that is, and by those of the
 * arena's models that were asked for its answers.
 */
@ApplicationScoped
class OwnNames {

    private final IdentityLeaks leaks;
    private final Model.Repository models;
    private final AnsweringModel.Repository answering;
    private final AskedRevisions asked;

    OwnNames(IdentityLeaks leaks, Model.Repository models, AnsweringModel.Repository answering,
            AskedRevisions asked) {
        this.leaks = leaks;
        this.models = models;
        this.answering = answering;
        this.asked = asked;
    }

    /**
     * For each answer the first words that name its model, as the answer has them; empty if it names none.
     *
     * @param answers of models that are stored, in the caller's transaction
     */
    List<String> in(List<ContentRows.NewAnswer> answers) {
        Map<Long, List<NameLeaks>> names = of(answers.stream().map(ContentRows.NewAnswer::model).distinct().toList());
        return answers.stream().map(answer -> first(names.get(answer.model()), answer.turns())).toList();
    }

    static String first(List<NameLeaks> names, List<String> turns) {
        return turns.stream().flatMap(turn -> names.stream().map(one -> one.find(turn)).flatMap(Optional::stream))
                .map(Contents::preview).findFirst().orElse("");
    }

    private Map<Long, List<NameLeaks>> of(Collection<Long> ids) {
        Map<Long, String> named = answering.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(one -> one.id, one -> one.name));
        List<AskedRevisions.Asked> calls = asked.of(ids);
        Map<Long, Model> byId = models.list("id in ?1", calls.stream().map(AskedRevisions.Asked::model).toList())
                .stream().collect(Collectors.toMap(model -> model.id, Function.identity()));
        Map<String, Model> bySlug = models.list("slug in ?1 and unpublished is null", named.values()).stream()
                .collect(Collectors.toMap(model -> model.slug, Function.identity()));
        Map<Long, List<NameLeaks>> all = new HashMap<>();
        calls.forEach(call -> all.computeIfAbsent(call.answering(), id -> new ArrayList<>())
                .add(leaks.of(byId.get(call.model()), call.revision(), named.get(call.answering()))));
        named.forEach((id, name) -> {
            Model same = bySlug.get(name);
            if (same != null) {
                all.computeIfAbsent(id, one -> new ArrayList<>()).add(leaks.of(same, same.revision));
            }
            all.computeIfAbsent(id, one -> List.of(leaks.of(name)));
        });
        return all;
    }
}
