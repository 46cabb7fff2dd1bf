package org.dohyo.dataset.exports;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Exchange;
import org.dohyo.battle.Side;
import org.dohyo.text.Task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.jerolba.carpet.annotation.Alias;

/**
 * The shape of LMArena's arena-human-preference-140k. Its order within a session and its own classifiers' tags aren't
 * known here and stay away; {@code categories} has the arena's.
 */
@ApplicationScoped
class LmArenaExport implements ExportFormat<LmArenaExport.Battle> {

    /** Texts only: {@code image} and {@code mimeType} are always null. */
    record Part(String type, String text, String image, @JsonProperty("mimeType") @Alias("mimeType") String mimeType) {
    }

    record Said(String role, List<Part> content) {

        static Said of(String role, String text) {
            return new Said(role, List.of(new Part("text", text, null, null)));
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record FullTurn(Said user, Said modelSideA, Said modelSideB) {

        static FullTurn of(Exchange turn) {
            return new FullTurn(Said.of("user", turn.prompt()), Said.of("assistant", turn.answerA()),
                    Said.of("assistant", turn.answerB()));
        }
    }

    /** @param timestamp in UTC, without a zone */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Battle(String id, String modelA, String modelB, String winner, String evaluationSessionId,
            List<Said> conversationA, List<Said> conversationB, List<FullTurn> fullConversation,
            ConvMetadata convMetadata, String language, boolean isCode, String timestamp, List<String> categories,
            List<String> reasonsA, List<String> reasonsB, String comment) {
    }

    @Override
    public String name() {
        return "lmarena-140k";
    }

    @Override
    public Class<Battle> type() {
        return Battle.class;
    }

    @Override
    public boolean needsTexts() {
        return false;
    }

    @Override
    public Optional<Omission> omission(ExportedVote vote) {
        return Omission.unrated(vote).or(() -> Omission.named(vote));
    }

    @Override
    public List<Battle> records(ExportedVote vote) {
        ExportedVote.Reasons reasons = vote.reasons();
        return List.of(new Battle(vote.identity(), vote.modelA(), vote.modelB(), vote.winner("both_bad"), vote.voter(),
                conversation(vote, Side.A), conversation(vote, Side.B),
                vote.hasTexts() ? vote.texts().stream().map(FullTurn::of).toList() : null, ConvMetadata.of(vote),
                vote.languageCode(), vote.categories().contains(Task.CODE.slug()),
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(vote.castAt(), ZoneOffset.UTC)),
                vote.categories(), reasons == null ? null : reasons.a(), reasons == null ? null : reasons.b(),
                reasons == null ? null : reasons.comment()));
    }

    private static List<Said> conversation(ExportedVote vote, Side side) {
        return vote.hasTexts() ? vote.texts().stream().flatMap(turn -> Stream.of(Said.of("user", turn.prompt()),
                Said.of("assistant", ExportedVote.answer(turn, side)))).toList() : null;
    }
}
