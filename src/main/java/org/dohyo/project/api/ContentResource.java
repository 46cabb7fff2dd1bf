package org.dohyo.project.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.content.ContentUpload;
import org.dohyo.project.content.Contents;
import org.dohyo.project.content.UploadFormat;
import org.dohyo.web.ParameterPlace;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** Uploads and reads prompts and recorded answers. */
@Path("/api/admin/projects/{slug}")
@RolesAllowed(Role.Name.READER)
@Blocking
public class ContentResource {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_PAGES = 100_000;

    private final ContentUpload upload;
    private final Contents contents;
    private final SignedIn signedIn;

    ContentResource(ContentUpload upload, Contents contents, SignedIn signedIn) {
        this.upload = upload;
        this.contents = contents;
        this.signedIn = signedIn;
    }

    @POST
    @Path("prompts")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Uploads prompts; format is json (JSON Lines or an array), csv, or text with a prompt a line",
            description = "A record has an id (question_id, prompt_id or id) and a text (prompt, text, question, "
                    + "instruction) or a list of turns. 422 lists up to 100 invalid records, and nothing is stored.")
    public ContentUpload.Report prompts(String slug, @QueryParam("format") @DefaultValue("json") String format,
            InputStream body) throws IOException {
        return upload.prompts(slug, format(format), body, signedIn.name());
    }

    @POST
    @Path("answers")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Uploads recorded answers; format is json or csv, model names the model of all of them",
            description = "FastChat's answer files, rakuda, shaberi, flexeval, llmfao's pairs, or records with the id of "
                    + "a prompt, model and answer. A model that leaves a prompt unanswered refuses the file, unless "
                    + "partial=true. 422 lists up to 100 invalid records, and nothing is stored. naming counts new "
                    + "answers that name their own model: they aren't compared.")
    public ContentUpload.Report answers(String slug, @QueryParam("format") @DefaultValue("json") String format,
            @QueryParam("model") String model, @QueryParam("partial") String partial, InputStream body)
            throws IOException {
        boolean plain = model == null || !model.isBlank() && model.length() <= LONGEST_NAME
                && model.codePoints().noneMatch(Character::isISOControl);
        ParameterPlace.QUERY.check(ProblemMessages.class, "model", plain, words -> words.plainName(LONGEST_NAME));
        UploadFormat known = format(format);
        ParameterPlace.QUERY.check("format", known != UploadFormat.TEXT, List.of("json", "csv"));
        return upload.answers(slug, known, model == null ? null : model.strip(),
                ParameterPlace.QUERY.flag("partial", partial), body, signedIn.name());
    }

    private static UploadFormat format(String label) {
        ParameterPlace.QUERY.check("format", UploadFormat.ofLabel(label).isPresent(), List.of("json", "csv", "text"));
        return UploadFormat.ofLabel(label).orElseThrow();
    }

    @GET
    @Path("matrix")
    @Operation(summary = "A page of the prompts, from 0, with the models that answered each")
    public Contents.Matrix matrix(String slug, @QueryParam("page") @DefaultValue("0") int page) {
        return contents.matrix(slug, page(page));
    }

    @GET
    @Path("prompts")
    @Operation(summary = "The prompt of that key and all its answers, with the models' names")
    public Contents.Answered prompt(String slug, @QueryParam("key") String key) {
        return contents.one(slug, key);
    }

    private static int page(int page) {
        ParameterPlace.QUERY.check("page", page >= 0 && page < MOST_PAGES, words -> words.between(0, MOST_PAGES - 1));
        return page;
    }
}
