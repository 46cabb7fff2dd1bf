package org.dohyo.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.dohyo.web.Paging;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.csv.Csv;
import org.eclipse.microprofile.openapi.annotations.Operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The audit trail: a page of it, newest entry first, and a file of a range of time, oldest entry first. */
@Path("/api/admin/audit")
@RolesAllowed(Role.Name.ADMIN)
public class AuditResource {

    private static final int MAX = 500;
    private static final Object[] COLUMNS = { "id", "at", "who", "action", "subject", "before", "after" };

    private final Audit audit;
    private final SignedIn signedIn;
    private final ObjectMapper json;

    AuditResource(Audit audit, SignedIn signedIn, ObjectMapper json) {
        this.audit = audit;
        this.signedIn = signedIn;
        this.json = json;
    }

    public record Page(List<Audit.Entry> entries) {
    }

    /** {@code before} (an id) asks for the entries before that one. */
    @GET
    public Page entries(@QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return new Page(audit.newest(before, Paging.limit(limit, MAX)));
    }

    @GET
    @Path("export")
    @Operation(summary = "The audit trail as a file",
            description = "The entries from `from` up to `to`, the oldest first, as CSV or as JSON Lines (`format=csv` or "
                    + "`jsonl`). Each bound is a time, such as 2027-01-31T09:00:00Z, or a day in UTC, which is inside "
                    + "the range as a whole; without it the range is open. The export is an entry of the trail itself.")
    public Response export(@QueryParam("from") String from, @QueryParam("to") String to,
            @QueryParam("format") @DefaultValue("csv") String format) {
        ParameterPlace.QUERY.check("format", format.equals("csv") || format.equals("jsonl"), List.of("csv", "jsonl"));
        Instant first = Objects.requireNonNullElse(ParameterPlace.QUERY.begin("from", from), Instant.EPOCH);
        Instant end = Objects.requireNonNullElse(ParameterPlace.QUERY.end("to", to), Paging.END);
        ParameterPlace.QUERY.check("to", first.isBefore(end), words -> words.after("from"));
        audit.record(signedIn.name(), "export", "audit", null, asked(from, to, format));
        StreamingOutput file = format.equals("csv") ? out -> {
            write(out, Csv.line(COLUMNS));
            write(out, first, end, this::csvLine);
        } : out -> write(out, first, end, this::jsonLine);
        return Response.ok(file, format.equals("csv") ? "text/csv;charset=utf-8" : "application/jsonl")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dohyo-audit." + format + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private static Map<String, String> asked(String from, String to, String format) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("from", from);
        asked.put("to", to);
        asked.put("format", format);
        return asked;
    }

    private void write(OutputStream out, Instant from, Instant to, Function<Audit.Entry, String> line) {
        audit.between(from, to, page -> page.forEach(entry -> write(out, line.apply(entry))));
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String csvLine(Audit.Entry entry) {
        return Csv.line(entry.id(), entry.at(), entry.who(), entry.action(), entry.subject(), entry.before(),
                entry.after());
    }

    private String jsonLine(Audit.Entry entry) {
        try {
            return json.writeValueAsString(entry) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
