package org.dohyo.vote;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Answer;
import org.dohyo.battle.Battle;
import org.dohyo.battle.Side;
import org.dohyo.model.Model;
import org.dohyo.model.ModelRevision;
import org.dohyo.model.admin.ModelView;
import org.dohyo.model.admin.NameAdvice;
import org.dohyo.text.NameLeaks;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

/**
 * Finds answers that name their own model or its maker: such a vote wasn't blind. Warns admins of names that are
 * ordinary words.
 */
@ApplicationScoped
public class IdentityLeaks implements NameAdvice {

    private static final int KEPT = 1_000;

    private final Model.Repository models;
    private final ModelRevision.Repository revisions;
    /** Made once, since each has patterns to compile; a model whose names change has others from then on. */
    private final LoadingCache<Names, NameLeaks> leaks = Caffeine.newBuilder().maximumSize(KEPT)
            .build(names -> NameLeaks.of(names.names(), names.organization(), names.exceptions()));

    private record Names(List<String> names, String organization, List<String> exceptions) {
    }

    IdentityLeaks(Model.Repository models, ModelRevision.Repository revisions) {
        this.models = models;
        this.revisions = revisions;
    }

    /**
     * The first words that give a model away, as an answer has them; empty if none does.
     *
     * @param answers all answers of the battle, without the prompts
     */
    Optional<String> in(Battle battle, List<Answer> answers) {
        return Stream.of(Side.values()).flatMap(side -> {
            NameLeaks names = of(models.findById(battle.model(side)), battle.revision(side));
            return answers.stream().filter(answer -> answer.side == side).map(answer -> names.find(answer.text))
                    .flatMap(Optional::stream);
        }).findFirst();
    }

    @Override
    public List<String> ordinaryWords(ModelView model) {
        return NameLeaks
                .ordinaryWords(Stream
                        .of(model.facts().name(), model.slug(), model.facts().codeName(), model.access().modelId())
                        .filter(Objects::nonNull).toList(), model.facts().organization())
                .stream().filter(word -> model.facts().nameExceptions().stream().noneMatch(word::equalsIgnoreCase))
                .toList();
    }

    /**
     * The names that give away a model of the arena, in the caller's transaction.
     *
     * @param further names under which it is known elsewhere
     */
    public NameLeaks of(Model model, int revision, String... further) {
        String endpointName = revisions.findById(new ModelRevision.Key(model.id, revision)).endpointModel;
        return leaks.get(new Names(Stream.of(Stream.of(model.name, model.slug, endpointName),
                Stream.of(model.aliases), Stream.of(further)).flatMap(names -> names).toList(), model.organization,
                List.of(model.nameExceptions)));
    }

    /** The names that give away a model of which nothing but its name is known. */
    public NameLeaks of(String name) {
        return leaks.get(new Names(List.of(name), "", List.of()));
    }
}
