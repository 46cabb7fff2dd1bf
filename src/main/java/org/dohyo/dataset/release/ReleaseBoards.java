package org.dohyo.dataset.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardOfVotes;
import org.dohyo.model.Model;
import org.dohyo.model.ModelFacts;
import org.dohyo.rating.NotConvergedException;
import org.dohyo.text.Categories;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The board that a release's own records give: computed once, when it is published, and kept as one of its files. */
@ApplicationScoped
class ReleaseBoards {

    static final String FILE = "board.json";

    private final PublicReleases releases;
    private final FileStore files;
    private final Model.Repository models;
    private final ObjectMapper json;

    ReleaseBoards(PublicReleases releases, FileStore files, Model.Repository models, ObjectMapper json) {
        this.releases = releases;
        this.files = files;
        this.models = models;
        this.json = json;
    }

    /**
     * The content of the file.
     *
     * @param release its number
     * @param checkpoint the log's signed checkpoint that the release belongs to
     * @param board null if the records can't be fitted
     */
    record Kept(long release, String title, String license, Instant publishedAt, long records, String checkpoint,
            Board board) {
    }

    /** The file of a release that is being published, from its records. */
    byte[] content(Release release, BoardOfVotes records) throws JsonProcessingException {
        return json.writeValueAsBytes(new Kept(release.id, release.title, release.license.spdx(), release.publishedAt,
                release.records, release.checkpoint, board(release, records)));
    }

    /** The slugs of the built-in demo models among those of the records. */
    List<String> demos(BoardOfVotes records) {
        return models.factsOf(records.models()).stream().filter(ModelFacts::demo).map(ModelFacts::slug).sorted()
                .toList();
    }

    private Board board(Release release, BoardOfVotes records) {
        List<ModelFacts> facts = models.factsOf(records.models());
        try {
            return records.board(category(release), facts, release.logSize, release.publishedAt);
        } catch (NotConvergedException e) {
            return null;
        }
    }

    private static String category(Release release) {
        return !release.category.isEmpty() ? release.category
                : !release.language.isEmpty() ? release.language : Categories.OVERALL;
    }

    /** Empty for a release that was published without one; 404 if there is no such release, 410 if it is withdrawn. */
    Optional<Kept> of(long id) {
        Optional<ReleaseFile> file = releases.fileIfAny(id, FILE);
        return file.map(this::read);
    }

    private Kept read(ReleaseFile file) {
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            files.write(file, content);
            return json.readValue(content.toByteArray(), Kept.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw Refused.of(Status.GONE, "release-withdrawn", ReleaseMessages::withdrawnMeanwhile);
        }
    }
}
