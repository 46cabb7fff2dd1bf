package org.dohyo.dataset.format.lmsys;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.Fields;
import org.dohyo.dataset.format.InvalidRecord;
import org.dohyo.dataset.format.VoteFormat;

/** LMArena's arena-human-preference-100k: clean_battle whose lists and objects are JSON within texts. */
@ApplicationScoped
class Preference100kFormat implements VoteFormat {

    @Override
    public String name() {
        return "arena-100k";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("model_a", "model_b", "winner", "judge_hash");
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        return List.of(new FastChatRecord(given).comparison());
    }
}
