package org.dohyo.project.judge;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.project.content.Prompt;
import org.dohyo.project.content.RecordedAnswer;
import org.dohyo.project.queue.Item;

/** The texts of items, as a judge reads them. */
@ApplicationScoped
class JudgeTexts {

    private final Item.Repository items;
    private final Prompt.Repository prompts;
    private final RecordedAnswer.Repository answers;

    JudgeTexts(Item.Repository items, Prompt.Repository prompts, RecordedAnswer.Repository answers) {
        this.items = items;
        this.prompts = prompts;
        this.answers = answers;
    }

    /** What was asked, and the answers of the item's first and second model, turn by turn. */
    record Texts(List<String> asked, List<String> first, List<String> second) {

        String fill(String template, boolean swapped) {
            return JudgeTemplate.fill(template, asked, swapped ? second : first, swapped ? first : second);
        }
    }

    /** By item. */
    @Transactional
    Map<Long, Texts> of(Collection<Long> ids) {
        List<Item> all = items.list("id in ?1", ids);
        List<Long> asked = all.stream().map(item -> item.promptId).distinct().toList();
        Map<Long, Prompt> byId = prompts.list("id in ?1", asked).stream()
                .collect(Collectors.toMap(prompt -> prompt.id, Function.identity()));
        Map<RecordedAnswer.Key, List<String>> given = new HashMap<>();
        answers.list("promptId in ?1", asked)
                .forEach(answer -> given.put(new RecordedAnswer.Key(answer.promptId, answer.modelId), answer.turns));
        return all.stream().collect(Collectors.toMap(item -> item.id,
                item -> new Texts(byId.get(item.promptId).turns,
                        given.get(new RecordedAnswer.Key(item.promptId, item.modelA)),
                        given.get(new RecordedAnswer.Key(item.promptId, item.modelB)))));
    }
}
