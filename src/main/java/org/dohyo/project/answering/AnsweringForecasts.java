package org.dohyo.project.answering;

import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.model.CallForecast;
import org.dohyo.model.Model;
import org.dohyo.model.ModelPrice;
import org.dohyo.model.ModelRevision;
import org.dohyo.project.content.Prompt;
import org.dohyo.project.content.RecordedAnswer;
import org.dohyo.text.Tokens;
import org.jdbi.v3.core.Jdbi;

/** What answers would take, from the texts of a few prompts, in the caller's transaction. */
@ApplicationScoped
class AnsweringForecasts {

    private static final int SAMPLE = 40;
    private static final int SAMPLE_OF_ANSWERS = 200;
    /** Of an answer to one turn, in a project that has no answers yet. */
    private static final int TOKENS_OF_AN_ANSWER = 500;

    private static final String UNANSWERED = """
            select id, prompts, calls from (
                select p.id, row_number() over (order by p.id) as place, count(*) over () as prompts,
                    sum(jsonb_array_length(p.turns)) over () as calls
                from project_prompt p where p.project_id = :project and not exists (
                    select from project_answer a join project_model m on m.id = a.model_id
                    where a.prompt_id = p.id and m.name = :name)) as unanswered
            where (place - 1) % greatest(1, prompts / :sample) = 0 order by place limit :sample""";

    private final Jdbi jdbi;
    private final Prompt.Repository prompts;
    private final RecordedAnswer.Repository answers;
    private final ModelRevision.Repository revisions;
    private final ModelPrice.Repository prices;

    AnsweringForecasts(Jdbi jdbi, Prompt.Repository prompts, RecordedAnswer.Repository answers,
            ModelRevision.Repository revisions, ModelPrice.Repository prices) {
        this.jdbi = jdbi;
        this.prompts = prompts;
        this.answers = answers;
        this.revisions = revisions;
        this.prices = prices;
    }

    /** A prompt of the sample, and the number of all and of their turns. */
    private record Sampled(long id, long prompts, long calls) {
    }

    /** @param name of the project's model that has the answers */
    CallForecast of(long project, String name, Model model) {
        List<Sampled> sample = jdbi.withHandle(handle -> handle.createQuery(UNANSWERED).bind("project", project)
                .bind("name", name).bind("sample", SAMPLE)
                .map((row, context) -> new Sampled(row.getLong("id"), row.getLong("prompts"), row.getLong("calls")))
                .list());
        if (sample.isEmpty()) {
            return prices.forecast(model.id, 0, 0, 0);
        }
        List<Long> ids = sample.stream().map(Sampled::id).toList();
        double answer = tokensOfAnAnswer(ids);
        long all = sample.get(0).prompts();
        long calls = sample.get(0).calls();
        double each = prompts.list("id in ?1", ids).stream().mapToDouble(prompt -> sent(prompt.turns, answer)).average()
                .orElse(0);
        String system = revisions.current(model).systemPrompt;
        long instructions = system == null ? 0 : calls * Tokens.count(system);
        return prices.forecast(model.id, calls, Math.round(each * all) + instructions, Math.round(answer * calls));
    }

    /** The mean over answers of other models to the same prompts. */
    private double tokensOfAnAnswer(Collection<Long> sample) {
        return answers.find("promptId in ?1 order by modelId, promptId", sample).page(0, SAMPLE_OF_ANSWERS).list()
                .stream().flatMap(one -> one.turns.stream()).mapToInt(Tokens::count).average()
                .orElse(TOKENS_OF_AN_ANSWER);
    }

    /** Each turn sends the whole conversation before it. */
    private static double sent(List<String> turns, double answer) {
        double conversation = 0;
        double sent = 0;
        for (String turn : turns) {
            conversation += Tokens.count(turn);
            sent += conversation;
            conversation += answer;
        }
        return sent;
    }
}
