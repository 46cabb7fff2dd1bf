package org.dohyo.integrity;

import java.io.IOException;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.integrity.tilt.KeyKind;
import org.dohyo.voter.PersonalData;
import org.dohyo.voter.Voter;

import com.fasterxml.jackson.core.JsonGenerator;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The judgements about a voter's votes. After an erasure the judgements stay with the tag in the public log, which
 * leads to nobody; what linked the votes to others by network or prompt goes.
 */
@ApplicationScoped
@Priority(300)
class SuspectData implements PersonalData {

    private final Voter.Repository voters;
    private final Suspect.Repository suspects;
    private final Validation.Repository validations;
    private final JudgedVote.Repository judged;

    SuspectData(Voter.Repository voters, Suspect.Repository suspects, Validation.Repository validations,
            JudgedVote.Repository judged) {
        this.voters = voters;
        this.suspects = suspects;
        this.validations = validations;
        this.judged = judged;
    }

    private record Exported(String outcome, String method, Double confidence, String at) {

        static Exported of(Validation row) {
            return new Exported(row.outcome.name(), row.method, row.confidence, row.at.toString());
        }
    }

    @Override
    public void export(long voterId, JsonGenerator json) throws IOException {
        List<Exported> judgements = QuarkusTransaction.requiringNew().call(() -> voters.findByIdOptional(voterId)
                .flatMap(voter -> suspects.of(KeyKind.VOTER, voter.tag))
                .map(suspect -> validations.of(List.of(suspect.id)).stream().map(Exported::of).toList())
                .orElse(List.of()));
        json.writePOJOField("integrity", judgements);
    }

    @Override
    public void erase(long voterId) {
        voters.findByIdOptional(voterId).ifPresent(voter -> judged.forgetKeys(voter.tag));
    }
}
