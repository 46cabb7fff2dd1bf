package org.dohyo.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.SignedIn;
import org.dohyo.dataset.file.FileTooLarge;
import org.dohyo.dataset.file.Reading;
import org.dohyo.dataset.format.SourceKind;
import org.dohyo.dataset.format.VoteFormat;
import org.dohyo.dataset.format.VoteFormats;
import org.dohyo.support.Problem;
import org.dohyo.support.UnprocessableContent;
import org.dohyo.web.Languages;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.Refusal;
import org.dohyo.web.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

import io.smallrye.common.annotation.Blocking;

/** Imports files of votes that were cast elsewhere. */
@Path("/api/admin/votes")
@RolesAllowed("admin")
public class VoteImportResource {

    private final VoteImport imports;

    private final ImportRuns runs;
    private final SignedIn signedIn;
    private final VoteFormats formats;
    private final Languages languages;
    private final Clock clock;

    VoteImportResource(VoteImport imports, ImportRuns runs, SignedIn signedIn, VoteFormats formats,
            Languages languages, Clock clock) {
        this.imports = imports;
        this.runs = runs;
        this.signedIn = signedIn;
        this.formats = formats;
        this.languages = languages;
        this.clock = clock;
    }

    private VoteFormat format(String name) {
        return name == null ? null
                : formats.named(name).orElseThrow(() -> Refusal.parameter("format",
                        words -> Texts.oneOf(words, formats.names())));
    }

    private static SourceKind source(String label) {
        return label == null ? null
                : SourceKind.of(label).orElseThrow(() -> Refusal.parameter("source",
                        words -> Texts.oneOf(words, Stream.of(SourceKind.values()).map(SourceKind::label).toList())));
    }

    @POST
    @Path("/import")
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Imports a file of votes, a JSON array, JSON Lines or CSV in UTF-8, or Parquet, also "
                    + "packed with gzip or Zstandard: 200 with a report, or 422 with the invalid records and "
                    + "nothing stored. format names the file's format, which is else detected; source says who "
                    + "compared (person, judge, inferred), where it isn't what the format says. "
                    + "skipInvalid=true leaves out every invalid record and reports its number and reason; "
                    + "conflicts lists records with the id of a different vote")
    public VoteImport.Report importVotes(@RestQuery String format, @RestQuery String source,
            @RestQuery String skipInvalid, @Context HttpHeaders headers, InputStream body)
            throws IOException {
        ImportWords words = ImportWords.in(languages.of(headers));
        Reading reading = new Reading(formats, format(format), source(source),
                ParameterPlace.QUERY.flag("skipInvalid", skipInvalid), clock.instant());
        try {
            return runs.follow(signedIn.name(), run -> imports.store(body, reading, words, run));
        } catch (ImportCancelled e) {
            throw Problem.of(Status.CONFLICT, "import-cancelled", words.votes().cancelled());
        } catch (FileTooLarge e) {
            throw Problem.of(Status.REQUEST_ENTITY_TOO_LARGE, "body-too-large",
                    e.reason().in(words.votes()));
        } catch (InvalidImportException e) {
            int wrong = e.faults().size();
            throw Problem.of(new UnprocessableContent(), "invalid-import",
                    wrong == 1 ? words.votes().nothingStoredForOne() : words.votes().nothingStored(wrong),
                    "errors", words.errors(e.faults()));
        }
    }
}
