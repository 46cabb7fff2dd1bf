package org.dohyo.dataset.exports;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;

import org.dohyo.account.Audit;
import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.dataset.exports.file.ExportFile;
import org.dohyo.support.Problem;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Exports votes as a file. */
@Path("/api/admin/votes/export")
@RolesAllowed(Role.Name.READER)
public class ExportResource {

    private final VoteExport export;
    private final ExportParameters parameters;
    private final SignedIn signedIn;
    private final Audit audit;

    ExportResource(VoteExport export, ExportParameters parameters, SignedIn signedIn, Audit audit) {
        this.export = export;
        this.parameters = parameters;
        this.signedIn = signedIn;
        this.audit = audit;
    }

    @GET
    @Operation(summary = "Votes in the format of another tool",
            description = "A zip archive of `votes.jsonl` (or `votes.csv`, `votes.parquet`) and `report.json`, which counts the votes "
                    + "that the format can't carry. `format` is one of those in docs/exports.md, `file` the kind of file. "
                    + "`category`, `language`, `from`, `to` (days in UTC or times) and `counted=true` select votes; "
                    + "`texts=true` adds prompts and answers and needs the role admin, as the formats that can't do "
                    + "without texts do; `reasons=true` adds reasons and comments. The votes stand in the order of the log. "
                    + "The export is an entry of the audit trail.")
    public Response export(@QueryParam("format") @DefaultValue("") String format, @QueryParam("file") String file,
            @QueryParam("category") @DefaultValue("") String category,
            @QueryParam("language") @DefaultValue("") String language, @QueryParam("from") String from,
            @QueryParam("to") String to, @QueryParam("counted") String counted, @QueryParam("texts") String texts,
            @QueryParam("reasons") String reasons) {
        ExportFormat<?> known = parameters.format(format);
        ExportFile kind = ExportParameters.file(known.files(), file);
        ExportSelection selection = parameters.selection(ParameterPlace.QUERY, category, language, from, to,
                ParameterPlace.QUERY.flag("counted", counted),
                ParameterPlace.QUERY.flag("texts", texts) || known.needsTexts(),
                ParameterPlace.QUERY.flag("reasons", reasons));
        if (selection.texts() && !signedIn.may(Role.ADMIN)) {
            throw Refusal.by(ExportMessages.class,
                    words -> Problem.of(Status.FORBIDDEN, "not-allowed", words.textsNeedAdmin()));
        }
        audit.record(signedIn.name(), "export", "votes", null, asked(known, kind, selection));
        StreamingOutput archive = out -> export.write(known, kind, selection, out);
        return Response.ok(archive, "application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"dohyo-votes-" + known.name() + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Map<String, Object> asked(ExportFormat<?> format, ExportFile file, ExportSelection selection) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("format", format.name());
        asked.put("file", file.label());
        asked.put("category", selection.category());
        asked.put("language", selection.language());
        asked.put("from", text(selection.from()));
        asked.put("to", text(selection.to()));
        asked.put("counted", selection.countedOnly());
        asked.put("texts", selection.texts());
        asked.put("reasons", selection.reasons());
        return asked;
    }

    private static String text(Instant time) {
        return time == null ? "" : time.toString();
    }
}
