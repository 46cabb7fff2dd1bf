package org.dohyo.dataset.exports;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Side;

/** TRL's preference data with an implicit prompt: whole conversations, from which TRL takes what they share. */
@ApplicationScoped
class TrlImplicitPreference implements PreferenceFormat<TrlImplicitPreference.Preference> {

    record Preference(List<Message> chosen, List<Message> rejected) {
    }

    @Override
    public String name() {
        return "trl-preference-implicit";
    }

    @Override
    public Class<Preference> type() {
        return Preference.class;
    }

    @Override
    public Preference record(ExportedVote vote, Side better) {
        return new Preference(vote.conversation(better), vote.conversation(better.other()));
    }
}
