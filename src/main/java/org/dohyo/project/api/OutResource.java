package org.dohyo.project.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.dataset.exports.ExportFormat;
import org.dohyo.dataset.exports.ExportParameters;
import org.dohyo.dataset.exports.file.ExportFile;
import org.dohyo.project.Criterion;
import org.dohyo.project.out.JudgementExport;
import org.dohyo.project.out.JudgementSelection;
import org.dohyo.project.out.ProjectCopies;
import org.dohyo.project.people.Projects;
import org.dohyo.web.ParameterPlace;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** What leaves a project. */
@Path("/api/admin/projects/{slug}")
@RolesAllowed(Role.Name.READER)
@Blocking
public class OutResource {

    private final JudgementExport export;
    private final ExportParameters parameters;
    private final ProjectCopies copies;
    private final SignedIn signedIn;

    OutResource(JudgementExport export, ExportParameters parameters, ProjectCopies copies, SignedIn signedIn) {
        this.export = export;
        this.copies = copies;
        this.parameters = parameters;
        this.signedIn = signedIn;
    }

    @GET
    @Path("export")
    @Operation(summary = "The judgements in a file, for the project's owners and viewers",
            description = "A zip archive of `judgements.jsonl` (or `judgements.csv`) and `report.json`. `format` is "
                    + "`judgements`, which has all criteria, or one of those in docs/exports.md, which have the one "
                    + "that `criterion` names (`overall` without it). `file` is the kind of file. `from`, `to` (days "
                    + "in UTC or times) and `counted=true` select judgements; `texts=true` adds prompts and answers, "
                    + "`comments=true` the annotators' comments, `highlights=true` the passages that they marked (in the "
                    + "format `judgements`). Annotators have pseudonyms. The export is an entry "
                    + "of the audit trail.")
    public Response export(String slug, @QueryParam("format") @DefaultValue(JudgementExport.OWN) String format,
            @QueryParam("file") String file,
            @QueryParam("criterion") @DefaultValue(Criterion.OVERALL) String criterion, @QueryParam("from") String from,
            @QueryParam("to") String to, @QueryParam("counted") String counted, @QueryParam("texts") String texts,
            @QueryParam("comments") String comments, @QueryParam("highlights") String highlights) {
        boolean own = format.equals(JudgementExport.OWN);
        ParameterPlace.QUERY.check("format", own || parameters.formats().contains(format),
                Stream.concat(Stream.of(JudgementExport.OWN), parameters.formats().stream()).toList());
        ExportFormat<?> known = own ? null : parameters.format(format);
        ExportFile kind = known == null ? ExportParameters.file(List.of(ExportFile.values()), file)
                : ExportParameters.file(known.files(), file);
        boolean withTexts = ParameterPlace.QUERY.flag("texts", texts) || known != null && known.needsTexts();
        JudgementSelection selection = new JudgementSelection(criterion, ParameterPlace.QUERY.begin("from", from),
                ParameterPlace.QUERY.end("to", to), ParameterPlace.QUERY.flag("counted", counted), withTexts,
                ParameterPlace.QUERY.flag("comments", comments), ParameterPlace.QUERY.flag("highlights", highlights));
        ParameterPlace.QUERY.check("to", selection.from() == null || selection.to() == null
                || selection.from().isBefore(selection.to()), words -> words.after("from"));
        JudgementExport.Prepared prepared = export.prepare(slug, known, kind, selection, signedIn.name());
        StreamingOutput archive = prepared::write;
        return Response.ok(archive, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + prepared.name() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @POST
    @Path("copies")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a new project, which the caller owns, of this one's settings, criteria and prompts: slug, "
                    + "name, and optionally answers (true to copy them too). It has no people and no judgements")
    public Response copy(String slug, Map<String, Object> settings) {
        Projects.View copy = copies.copy(slug, settings, signedIn.name());
        return Response.created(URI.create("/api/admin/projects/" + copy.slug())).entity(copy).build();
    }
}
