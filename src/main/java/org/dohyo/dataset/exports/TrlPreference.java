package org.dohyo.dataset.exports;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Side;

/**
 * TRL's preference data with an explicit prompt, for DPO and reward models. The prompt is the first message, which both
 * conversations share; the completions are all that follows.
 */
@ApplicationScoped
class TrlPreference implements PreferenceFormat<TrlPreference.Preference> {

    record Preference(List<Message> prompt, List<Message> chosen, List<Message> rejected) {
    }

    @Override
    public String name() {
        return "trl-preference";
    }

    @Override
    public Class<Preference> type() {
        return Preference.class;
    }

    @Override
    public Preference record(ExportedVote vote, Side better) {
        List<Message> chosen = vote.conversation(better);
        return new Preference(chosen.subList(0, 1), completion(chosen),
                completion(vote.conversation(better.other())));
    }

    private static List<Message> completion(List<Message> conversation) {
        return conversation.subList(1, conversation.size());
    }
}
