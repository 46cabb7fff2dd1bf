package org.dohyo.dataset.format.lmsys;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.Fields;
import org.dohyo.dataset.format.InvalidRecord;
import org.dohyo.dataset.format.VoteFormat;

/** LMArena's arena-human-preference-140k: real lists, pictures as references, sessions of battles. */
@ApplicationScoped
class Preference140kFormat implements VoteFormat {

    @Override
    public String name() {
        return "arena-140k";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("model_a", "model_b", "winner", "evaluation_session_id", "timestamp");
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        return List.of(new FastChatRecord(given).comparison());
    }
}
