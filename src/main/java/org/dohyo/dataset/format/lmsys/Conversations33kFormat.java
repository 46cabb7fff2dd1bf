package org.dohyo.dataset.format.lmsys;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.Fields;
import org.dohyo.dataset.format.InvalidRecord;
import org.dohyo.dataset.format.VoteFormat;

/** LMArena's chatbot_arena_conversations (33k): clean_battle with the verdicts of two moderation models. */
@ApplicationScoped
class Conversations33kFormat implements VoteFormat {

    @Override
    public String name() {
        return "arena-33k";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("model_a", "model_b", "winner", "tstamp")
                && (first.has("openai_moderation") || first.has("toxic_chat_tag"));
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        return List.of(new FastChatRecord(given).comparison());
    }
}
