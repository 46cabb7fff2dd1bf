package org.dohyo.me;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.voter.PersonalData;
import org.dohyo.voter.Voter;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Exports and erases all data that the rooms store about one voter. */
@ApplicationScoped
class OwnData {

    private final List<PersonalData> rooms;
    private final Voter.Repository voters;
    private final ObjectMapper json;

    OwnData(@All List<PersonalData> rooms, Voter.Repository voters, ObjectMapper json) {
        this.rooms = rooms;
        this.voters = voters;
        this.json = json;
    }

    /** Writes everything as one JSON object, a few battles at a time. */
    void export(long voterId, OutputStream out) throws IOException {
        try (JsonGenerator object = json.createGenerator(out)) {
            object.writeStartObject();
            for (PersonalData room : rooms) {
                room.export(voterId, object);
            }
            object.writeEndObject();
        }
    }

    /**
     * Erases everything for good; the anonymous entries of the vote log stay, and can no longer be linked to the voter.
     */
    void erase(long voterId) {
        QuarkusTransaction.requiringNew().run(() -> {
            voters.lockForDeletion(voterId);
            for (int i = rooms.size() - 1; i >= 0; i--) {
                rooms.get(i).erase(voterId);
            }
        });
    }
}
