package org.dohyo.dataset.exports;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Side;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** FastChat's clean_battle. Like FastChat's cleaning it leaves out votes that aren't in the ratings. */
@ApplicationScoped
public class FastChatExport implements ExportFormat<FastChatExport.Battle> {

    private static final String JUDGE = "arena_user_";

    /**
     * @param tstamp seconds since 1970
     * @param anony false if the voter saw the models' names
     * @param categories this and the following fields are the arena's own
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Battle(String questionId, String modelA, String modelB, String winner, String judge,
            List<Message> conversationA, List<Message> conversationB, int turn, boolean anony, String language,
            double tstamp, ConvMetadata convMetadata, List<String> categories, List<String> reasonsA,
            List<String> reasonsB, String comment) {
    }

    @Override
    public String name() {
        return "fastchat";
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
        return Omission.unrated(vote);
    }

    @Override
    public List<Battle> records(ExportedVote vote) {
        ExportedVote.Reasons reasons = vote.reasons();
        return List.of(new Battle(vote.identity(), vote.modelA(), vote.modelB(), vote.winner("tie (bothbad)"),
                JUDGE + vote.voter(),
                vote.conversation(Side.A), vote.conversation(Side.B), vote.turn(), vote.blind(), vote.languageName(),
                vote.castAt().toEpochMilli() / 1000.0, ConvMetadata.of(vote), vote.categories(),
                reasons == null ? null : reasons.a(), reasons == null ? null : reasons.b(),
                reasons == null ? null : reasons.comment()));
    }
}
