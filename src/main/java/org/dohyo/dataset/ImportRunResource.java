package org.dohyo.dataset;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.dohyo.account.Role;
import org.dohyo.dataset.format.VoteFileMessages;
import org.dohyo.support.Problem;
import org.dohyo.web.Refusal;
import org.dohyo.web.ServerSentEvents;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Imports of votes while they run and after. */
@Path("/api/admin/votes/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.READER)
@Blocking
public class ImportRunResource {

    private static final String UNKNOWN = "import-unknown";
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final ImportRuns runs;

    ImportRunResource(ImportRuns runs) {
        this.runs = runs;
    }

    @GET
    @Operation(summary = "Returns the newest imports and how many imported votes are still on their way to the board")
    public ImportRuns.Progress progress() {
        return runs.progress();
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "progress events with the same content, at most one a second, when something has changed. The "
            + "stream ends when no import runs and no imported vote is on its way")
    public Multi<OutboundSseEvent> events(@Context Sse sse) {
        return ServerSentEvents.of(sse, Multi.createFrom().ticks().every(BEAT).onOverflow().drop()
                .onItem().transformToUniAndConcatenate(tick -> Uni.createFrom().item(runs::progress)
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .skip().repetitions()
                .onItem().transformToMultiAndConcatenate(ImportRunResource::andEnd)
                .select().first(Optional::isPresent)
                .map(progress -> new ServerSentEvents.Event(null, "progress", progress.get())));
    }

    /** The progress, followed by the end of the stream once nothing is under way. */
    private static Multi<Optional<ImportRuns.Progress>> andEnd(ImportRuns.Progress progress) {
        return progress.idle() ? Multi.createFrom().items(Optional.of(progress), Optional.empty())
                : Multi.createFrom().item(Optional.of(progress));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Ends an import whose file is being read, within a second; nothing of it is stored. One "
            + "that was read to its end is stored whole")
    public ImportRuns.Shown cancel(@PathParam("id") UUID id) {
        return runs.cancel(id).orElseThrow(() -> Refusal.by(VoteFileMessages.class,
                words -> Problem.of(Status.NOT_FOUND, UNKNOWN, words.noSuchImport())));
    }
}
