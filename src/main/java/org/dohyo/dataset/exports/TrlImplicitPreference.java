package org.dohyo.dataset.exports;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Side;

/** TRL's preference data with an implicit prompt: whole conversations, from which TRL takes what they share. */
@ApplicationScoped
class TrlImplicitPreference implements ExportFormat<TrlImplicitPreference.Preference> {

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
    public boolean needsTexts() {
        return true;
    }

    @Override
    public Optional<Omission> omission(ExportedVote vote) {
        return Omission.undecided(vote);
    }

    @Override
    public List<Preference> records(ExportedVote vote) {
        Side better = vote.better();
        return List.of(new Preference(vote.conversation(better), vote.conversation(better.other())));
    }
}
