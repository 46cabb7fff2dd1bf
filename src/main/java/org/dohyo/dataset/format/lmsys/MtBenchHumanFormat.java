package org.dohyo.dataset.format.lmsys;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.Fields;
import org.dohyo.dataset.format.InvalidRecord;
import org.dohyo.dataset.format.Pair;
import org.dohyo.dataset.format.Slug;
import org.dohyo.dataset.format.SourceKind;
import org.dohyo.dataset.format.Topics;
import org.dohyo.dataset.format.VoteFormat;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * MT-bench's human judgements, and GPT-4's in the same form. The same question and pair occurs once for each judge and
 * turn, so all of them together are the identity.
 */
@ApplicationScoped
class MtBenchHumanFormat implements VoteFormat {

    @Override
    public String name() {
        return "mt-bench";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("question_id", "model_a", "model_b", "winner", "judge", "turn") && !first.has("tstamp")
                && !first.has("timestamp");
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        Pair pair = Pair.of(given, "model_a", "model_b");
        JsonNode judges = given.nested("judge");
        // A program is named by a list of its model and its prompt.
        boolean program = judges.isArray();
        String judge = program ? Fields.storable("judge", judges.path(0).asText()) : given.required("judge");
        int turn = given.turn("turn");
        String identity = String.join(":", "mt-bench", given.required("question_id"), Slug.of(pair.modelA()),
                Slug.of(pair.modelB()), judge, Integer.toString(turn));
        return List.of(new Comparison(Fields.storable("judge", identity), false, pair.modelA(), pair.modelB(),
                FastChatRecord.winner("winner", given.json().path("winner")), null,
                program || judge.startsWith("gpt-") ? SourceKind.JUDGE : SourceKind.PERSON, "mt-bench:" + judge, turn,
                true, Topics.of(Fields.prompts(given.nestedOrText("conversation_a"))), null, null,
                given.timeOrNow("tstamp")));
    }
}
