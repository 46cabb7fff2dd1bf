package org.dohyo.voter;

import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonGenerator;

/** A voter's own row: since when the arena knows the voter, the agreement to the terms, and the tag in the public log. */
@ApplicationScoped
class VoterData implements PersonalData {

    private final Voter.Repository voters;

    VoterData(Voter.Repository voters) {
        this.voters = voters;
    }

    record Exported(Instant since, Integer termsVersion, Instant termsAgreedAt, Voter.Agreement termsAgreedBy,
            Instant bannedAt, String publicTag) {

        static Exported of(Voter voter) {
            return new Exported(voter.createdAt, voter.termsVersion, voter.termsAgreedAt(), voter.termsAgreedBy(),
                    voter.bannedAt, HexFormat.of().formatHex(voter.tag));
        }
    }

    @Override
    public void export(long voterId, JsonGenerator json) throws IOException {
        Optional<Voter> voter = voters.findByIdOptional(voterId);
        json.writePOJOField("voter", voter.map(Exported::of).orElse(null));
    }

    @Override
    public void erase(long voterId) {
        voters.deleteById(voterId);
    }
}
