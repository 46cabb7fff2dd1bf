package org.dohyo.log.page;

import java.util.Arrays;

import org.dohyo.vote.EntryKind;
import org.dohyo.vote.VotesMessages;
import org.dohyo.web.Texts;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An entry of the log as the page shows it.
 *
 * @param number with groups of digits
 */
public record LogLine(long position, String number, String time, String words) {

    static LogLine of(long position, JsonNode leaf, String locale) {
        return new LogLine(position, LogView.grouped(position), LogView.utc(leaf.path("time").asLong()),
                new Wording(leaf, Texts.of(LogMessages.class, locale), Texts.of(VotesMessages.class, locale)).text());
    }

    private record Wording(JsonNode leaf, LogMessages words, VotesMessages votes) {

        String text() {
            String kind = leaf.path("kind").asText();
            // A later version, from which the database comes back, may have more kinds.
            return Arrays.stream(EntryKind.values()).filter(known -> known.name().equals(kind)).findFirst()
                    .map(this::of).orElseGet(() -> words.other(kind));
        }

        private String of(EntryKind kind) {
            return switch (kind) {
                case CAST -> cast();
                case WITHDRAW -> words.withdrawn(slug("modelA"), slug("modelB"));
                case EXCLUDE -> words.excluded(slug("modelA"), slug("modelB"), reason());
                case RESTORE -> words.restored(slug("modelA"), slug("modelB"), reason());
                case LEAVE_OUT -> words.leftOut(slug("modelA"), slug("modelB"), reason());
                case REGISTER -> leaf.path("origin").asText().equals("IMPORT") ? words.imported(slug("model"))
                        : words.registered(slug("model"));
                case REVISE -> words.revised(slug("model"), leaf.path("model").path("revision").asInt());
                case ACTIVATE -> activated();
                case RETIRE -> leaf.path("forGood").asBoolean() ? words.retiredForGood(slug("model"))
                        : words.retired(slug("model"));
                case PLAN -> words.planned(leaf.path("shares").size());
                case PUBLISH -> words.published(leaf.path("boards").size());
            };
        }

        private String cast() {
            String entry = words.cast(leaf.path("outcome").asText(), slug("modelA"), slug("modelB"));
            return leaf.path("counted").asBoolean() ? entry
                    : words.notCounted(entry, votes.why(leaf.path("notCountedReason").asText()));
        }

        private String activated() {
            String model = slug("model");
            boolean from = leaf.path("from").isNumber();
            boolean to = leaf.path("to").isNumber();
            if (from && to) {
                return words.activatedWithin(model, time("from"), time("to"));
            }
            return from ? words.activatedFrom(model, time("from"))
                    : to ? words.activatedTo(model, time("to")) : words.activated(model);
        }

        private String time(String member) {
            return LogView.utc(leaf.path(member).asLong());
        }

        private String slug(String member) {
            return leaf.path(member).path("slug").asText();
        }

        private String reason() {
            return votes.why(leaf.path("reason").asText());
        }
    }
}
