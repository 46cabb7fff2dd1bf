package org.dohyo.dataset.exports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Side;
import org.dohyo.dataset.exports.file.ExportFile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A table with everything that is known of every selected vote, also of those that aren't in the ratings. */
@ApplicationScoped
public class CsvExport implements ExportFormat<CsvExport.Row> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param tstamp seconds since 1970
     * @param counted true if the vote is in the ratings now
     * @param categories with a space between two, as {@code reasonsA} and {@code reasonsB}
     * @param convMetadata JSON, as the conversations are
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Row(String questionId, String modelA, String modelB, String winner, String judge, double tstamp,
            int turn,
            boolean anony, boolean counted, String notCountedReason, Instant withdrawnAt, Instant excludedAt,
            String excludedReason, String language, String categories, String reasonsA, String reasonsB, String comment,
            String convMetadata, String conversationA, String conversationB) {
    }

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public Class<Row> type() {
        return Row.class;
    }

    @Override
    public List<ExportFile> files() {
        return List.of(ExportFile.CSV, ExportFile.PARQUET);
    }

    @Override
    public boolean needsTexts() {
        return false;
    }

    @Override
    public Optional<Omission> omission(ExportedVote vote) {
        return Optional.empty();
    }

    @Override
    public List<Row> records(ExportedVote vote) {
        ExportedVote.Reasons reasons = vote.reasons();
        boolean rated = vote.counted() && vote.withdrawnAt() == null && vote.excludedAt() == null;
        return List.of(new Row(vote.identity(), vote.modelA(), vote.modelB(), vote.winner("both_bad"), vote.voter(),
                vote.castAt().toEpochMilli() / 1000.0, vote.turn(), vote.blind(), rated, vote.notCountedReason(),
                vote.withdrawnAt(), vote.excludedAt(), vote.excludedReason(), vote.languageCode(),
                String.join(" ", vote.categories()), reasons == null ? null : String.join(" ", reasons.a()),
                reasons == null ? null : String.join(" ", reasons.b()), reasons == null ? null : reasons.comment(),
                json(ConvMetadata.of(vote)), json(vote.conversation(Side.A)), json(vote.conversation(Side.B))));
    }

    private static String json(Object value) {
        try {
            return value == null ? null : JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can't be written as JSON", e);
        }
    }
}
