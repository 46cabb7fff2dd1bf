package org.dohyo.dataset.format.lmsys;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.Fields;
import org.dohyo.dataset.format.InvalidRecord;
import org.dohyo.dataset.format.OpenWebUiFormat;
import org.dohyo.dataset.format.VoteFormat;

/**
 * FastChat's clean_battle files, and every set in the same words. Under this name Open WebUI's feedback is read too, as
 * it was before the formats had names of their own.
 */
@ApplicationScoped
class FastChatFormat implements VoteFormat {

    private final OpenWebUiFormat feedback = new OpenWebUiFormat();

    @Override
    public String name() {
        return "fastchat";
    }

    @Override
    public boolean fits(Fields first) {
        return first.has("model_a", "model_b") || feedback.fits(first);
    }

    @Override
    public boolean general() {
        return true;
    }

    @Override
    public List<Comparison> comparisons(Fields given) throws InvalidRecord {
        return feedback.fits(given) ? feedback.comparisons(given)
                : List.of(new FastChatRecord(given).comparison());
    }
}
