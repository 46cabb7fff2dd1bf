package org.dohyo.project.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.project.content.ContentUpload;
import org.dohyo.project.content.UploadFormat;
import org.dohyo.project.quality.Adjudications;
import org.dohyo.project.quality.GoldItems;
import org.dohyo.project.quality.QualityView;
import org.dohyo.project.quality.QualityViews;
import org.dohyo.project.quality.Standings;
import org.dohyo.web.ParameterPlace;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** How far annotators agree, and what the owner decides about items and annotators. */
@Path("/api/admin/projects/{slug}")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.READER)
@Blocking
public class QualityResource {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_COMMENT = 5_000;

    private final QualityViews views;
    private final GoldItems gold;
    private final Adjudications adjudications;
    private final Standings standings;
    private final SignedIn signedIn;

    QualityResource(QualityViews views, GoldItems gold, Adjudications adjudications, Standings standings,
            SignedIn signedIn) {
        this.views = views;
        this.gold = gold;
        this.adjudications = adjudications;
        this.standings = standings;
        this.signedIn = signedIn;
    }

    public record Known(@NotBlank @Size(max = LONGEST_NAME) String prompt,
            @NotBlank @Size(max = LONGEST_NAME) String modelA, @NotBlank @Size(max = LONGEST_NAME) String modelB,
            @NotBlank String gold) {
    }

    public record FinalJudgement(@NotNull Long item, @NotBlank String criterion, @NotBlank String preference,
            @Size(max = LONGEST_COMMENT) String comment) {
    }

    public record Standing(@NotNull Boolean leftOut, @Size(max = LONGEST_REASON) String reason) {
    }

    @GET
    @Path("quality")
    @Operation(summary = "How far annotators agree: alpha by criterion and over time, figures of each annotator, "
            + "disputed items, known answers, final judgements")
    public QualityView quality(String slug) {
        return views.of(slug);
    }

    @PUT
    @Path("gold")
    @Operation(summary = "Marks two models' answers to a prompt as an item with a known answer: gold is A (modelA is "
            + "better), B or tie. All annotators get it among the others, and it counts nowhere")
    public void mark(String slug, @NotNull @Valid Known known) {
        gold.mark(slug, PlainText.of("prompt", known.prompt), PlainText.of("modelA", known.modelA),
                PlainText.of("modelB", known.modelB), known.gold, signedIn.name());
    }

    @POST
    @Path("gold")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Uploads known answers, format is json or csv: prompt_id, model_a, model_b and gold (A, B, tie)",
            description = "422 lists up to 100 invalid records, and nothing is stored. A project has at most 1,000.")
    public ContentUpload.Report upload(String slug, @QueryParam("format") @DefaultValue("json") String format,
            InputStream body) throws IOException {
        UploadFormat known = UploadFormat.ofLabel(format).orElse(UploadFormat.TEXT);
        ParameterPlace.QUERY.check("format", known != UploadFormat.TEXT, List.of("json", "csv"));
        return gold.upload(slug, known, body, signedIn.name());
    }

    @DELETE
    @Path("gold/{item}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Makes an item with a known answer an ordinary one again")
    public void unmark(String slug, long item) {
        gold.unmark(slug, item, signedIn.name());
    }

    @POST
    @Path("adjudications")
    @Operation(summary = "Stores the owner's final judgement of an item by one criterion, beside the annotators' ones; "
            + "the preference is as if the item's first model were A")
    public void adjudicate(String slug, @NotNull @Valid FinalJudgement chosen) {
        adjudications.add(slug, chosen.item, chosen.criterion, chosen.preference,
                PlainText.of("comment", chosen.comment),
                signedIn.name());
    }

    @PUT
    @Path("annotators/{number}")
    @Operation(summary = "Leaves an annotator out, for a reason, or brings one back; the judgements stay stored, and "
            + "count or don't")
    public void stand(String slug, int number, @NotNull @Valid Standing standing) {
        standings.set(slug, number, standing.leftOut, PlainText.of("reason", standing.reason), signedIn.name());
    }
}
