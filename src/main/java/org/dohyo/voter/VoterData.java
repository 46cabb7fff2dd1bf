package org.dohyo.voter;

import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonGenerator;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** The voter's own row: agreement to the terms, ban and public tag. */
@ApplicationScoped
@Priority(200)
class VoterData implements PersonalData {

    private final Voter.Repository voters;

    VoterData(Voter.Repository voters) {
        this.voters = voters;
    }

    /** @param publicTag the voter's identifier in the vote log, in hexadecimal */
    private record Exported(Instant since, Integer termsVersion, Instant termsAgreedAt, Voter.Agreement termsAgreedBy,
            Instant bannedAt, String publicTag) {

        static Exported of(Voter voter) {
            return new Exported(voter.createdAt, voter.termsVersion, voter.termsAgreedAt, voter.termsAgreedBy,
                    voter.bannedAt, HexFormat.of().formatHex(voter.tag));
        }
    }

    @Override
    public void export(long voterId, JsonGenerator json) throws IOException {
        Exported voter = QuarkusTransaction.requiringNew()
                .call(() -> voters.findByIdOptional(voterId).map(Exported::of).orElse(null));
        json.writePOJOField("voter", voter);
    }

    @Override
    public void erase(long voterId) {
        voters.deleteById(voterId);
    }
}
