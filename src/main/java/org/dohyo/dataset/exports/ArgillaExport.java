package org.dohyo.dataset.exports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Side;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** Argilla's records: two chat fields and a label question, whose answer is the vote. */
@ApplicationScoped
class ArgillaExport implements ExportFormat<ArgillaExport.Annotated> {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Fields(List<Message> conversationA, List<Message> conversationB) {
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Metadata(String modelA, String modelB, String language, int turns) {
    }

    /** @param userId made from the voter's tag, since Argilla's users have UUIDs */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Response(String value, String userId) {
    }

    record Responses(List<Response> preference) {
    }

    record Annotated(String id, Fields fields, Metadata metadata, Responses responses, String status) {
    }

    @Override
    public String name() {
        return "argilla";
    }

    @Override
    public Class<Annotated> type() {
        return Annotated.class;
    }

    @Override
    public boolean needsTexts() {
        return true;
    }

    @Override
    public Optional<Omission> omission(ExportedVote vote) {
        return Omission.unrated(vote).or(() -> Omission.named(vote)).or(() -> Omission.textless(vote));
    }

    @Override
    public List<Annotated> records(ExportedVote vote) {
        String user = UUID.nameUUIDFromBytes(vote.voter().getBytes(StandardCharsets.US_ASCII)).toString();
        return List.of(new Annotated(vote.identity(),
                new Fields(vote.conversation(Side.A), vote.conversation(Side.B)),
                new Metadata(vote.modelA(), vote.modelB(), vote.language(), vote.turn()),
                new Responses(List.of(new Response(label(vote), user))), "completed"));
    }

    private static String label(ExportedVote vote) {
        return switch (vote.outcome()) {
            case A -> "a";
            case B -> "b";
            case TIE -> "tie";
            case BOTH_BAD -> "both_bad";
        };
    }
}
