package org.dohyo.dataset.format.lmsys;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.Fields;
import org.dohyo.dataset.format.InvalidRecord;
import org.dohyo.dataset.format.VoteFormat;

/** LMArena's arena-human-preference-55k: the winner in three columns, no time, no voter. */
@ApplicationScoped
class Preference55kFormat implements VoteFormat {

    @Override
    public String name() {
        return "arena-55k";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("model_a", "model_b", "winner_model_a", "winner_model_b", "winner_tie");
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        return List.of(new FastChatRecord(given).comparison());
    }
}
