package org.dohyo.leaderboard.yardstick;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.model.Model;
import org.dohyo.web.Refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The yardsticks: importing them, saying what their names mean, deleting them. */
@ApplicationScoped
public class Yardsticks {

    private final Yardstick.Repository yardsticks;
    private final YardstickBoard.Repository boards;
    private final YardstickModel.Repository meanings;
    private final Model.Repository models;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    Yardsticks(Yardstick.Repository yardsticks, YardstickBoard.Repository boards, YardstickModel.Repository meanings,
            Model.Repository models, Audit audit, ObjectMapper json, Clock clock) {
        this.yardsticks = yardsticks;
        this.boards = boards;
        this.meanings = meanings;
        this.models = models;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** What an admin states of a file. */
    record Origin(String name, String source, LocalDate dated, String license, String licenseNote) {
    }

    /**
     * @param categories by name
     * @param models in all categories together
     */
    public record Report(long id, List<String> categories, int models, boolean replaced) {
    }

    /** A category and the number of its models. */
    public record Category(String name, int models) {
    }

    /** A yardstick with its categories by name. */
    public record Listed(Yardstick yardstick, List<Category> categories) {
    }

    /** All of them, by name. */
    @Transactional
    public List<Listed> all() {
        Map<Long, List<Category>> categories = boards.named().stream().collect(
                Collectors.groupingBy(YardstickBoard.Named::yardstickId, LinkedHashMap::new,
                        Collectors.mapping(board -> new Category(board.category(), board.models()),
                                Collectors.toList())));
        return yardsticks.byName().stream()
                .map(yardstick -> new Listed(yardstick, categories.getOrDefault(yardstick.id, List.of()))).toList();
    }

    /** Stores the ratings under that name, in place of those that it had; what its names mean is kept. */
    @Transactional
    Report keep(Origin origin, Map<String, List<Rating>> ratings, String who) {
        Yardstick yardstick = yardsticks.named(origin.name()).orElseGet(Yardstick::new);
        boolean replaced = yardstick.id != null;
        yardstick.name = origin.name();
        yardstick.source = origin.source();
        yardstick.dated = origin.dated();
        yardstick.license = origin.license();
        yardstick.licenseNote = origin.licenseNote();
        yardstick.importedBy = who;
        yardstick.importedAt = clock.instant();
        yardsticks.persistAndFlush(yardstick);
        boards.delete("yardstickId", yardstick.id);
        Set<String> names = new TreeSet<>();
        ratings.forEach((category, board) -> {
            boards.persist(board(yardstick.id, category, board));
            board.forEach(rating -> names.add(rating.model()));
        });
        audit.record(who, "import", subject(yardstick.id), null, Map.of("name", origin.name(), "source",
                origin.source(), "dated", origin.dated().toString(), "license", origin.license()));
        return new Report(yardstick.id, List.copyOf(new TreeSet<>(ratings.keySet())), names.size(), replaced);
    }

    private YardstickBoard board(long yardstick, String category, List<Rating> ratings) {
        YardstickBoard board = new YardstickBoard();
        board.yardstickId = yardstick;
        board.category = category;
        board.models = ratings.size();
        try {
            board.ratings = json.writeValueAsString(ratings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("ratings can't be written as JSON", e);
        }
        return board;
    }

    List<Rating> ratings(YardstickBoard board) {
        try {
            return json.readValue(board.ratings, new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored ratings can't be read", e);
        }
    }

    /** The slugs that an admin gave names, null for none of the arena's models. */
    @Transactional
    Map<String, String> meanings(long yardstick) {
        Map<String, String> slugs = new HashMap<>();
        meanings.of(yardstick).forEach(meaning -> slugs.put(meaning.name, meaning.slug));
        return slugs;
    }

    /**
     * Says which model a name is.
     *
     * @param slug empty for none of the arena's models, null to go by the name again
     */
    @Transactional
    void mean(long id, String name, String slug, String who) {
        one(id);
        if (boards.of(id).stream().flatMap(board -> ratings(board).stream())
                .noneMatch(rating -> rating.model().equals(name))) {
            throw Refusal.field(YardstickMessages.class, "name", YardstickMessages::noName);
        }
        if (slug != null && !slug.isEmpty() && models.findBySlug(slug).isEmpty()) {
            throw Refusal.field(YardstickMessages.class, "slug", YardstickMessages::unknownModel);
        }
        YardstickModel.Key key = new YardstickModel.Key(id, name);
        meanings.deleteById(key);
        meanings.flush();
        if (slug != null) {
            YardstickModel meaning = new YardstickModel();
            meaning.yardstickId = id;
            meaning.name = name;
            meaning.slug = slug.isEmpty() ? null : slug;
            meanings.persist(meaning);
        }
        audit.record(who, "map", subject(id), null, Map.of("name", name, "slug", slug == null ? "" : slug));
    }

    @Transactional
    void delete(long id, String who) {
        Yardstick yardstick = one(id);
        meanings.delete("yardstickId", id);
        boards.delete("yardstickId", id);
        yardsticks.delete(yardstick);
        audit.record(who, "delete", subject(id), Map.of("name", yardstick.name), null);
    }

    @Transactional
    Yardstick one(long id) {
        return yardsticks.findByIdOptional(id).orElseThrow(
                () -> Refusal.of(YardstickMessages.class, Status.NOT_FOUND, "no-such-yardstick",
                        YardstickMessages::unknown));
    }

    private static String subject(long id) {
        return "yardstick:" + id;
    }
}
