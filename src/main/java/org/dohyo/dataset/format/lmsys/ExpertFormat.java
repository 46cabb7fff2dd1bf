package org.dohyo.dataset.format.lmsys;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.Fields;
import org.dohyo.dataset.format.InvalidRecord;
import org.dohyo.dataset.format.VoteFormat;

/** LMArena's arena-expert-5k: the 140k set's fields as JSON within texts, with occupations and without sessions. */
@ApplicationScoped
class ExpertFormat implements VoteFormat {

    @Override
    public String name() {
        return "arena-expert";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("model_a", "model_b", "winner", "timestamp", "occupational_tags");
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        return List.of(new FastChatRecord(given).comparison());
    }
}
