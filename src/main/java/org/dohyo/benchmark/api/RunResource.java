package org.dohyo.benchmark.api;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.benchmark.run.ItemState;
import org.dohyo.benchmark.run.RunCalls;
import org.dohyo.benchmark.run.RunControl;
import org.dohyo.benchmark.run.RunEvents;
import org.dohyo.benchmark.run.RunRequest;
import org.dohyo.benchmark.run.RunStarts;
import org.dohyo.benchmark.run.RunView;
import org.dohyo.benchmark.run.RunWorker;
import org.dohyo.benchmark.run.Runs;
import org.dohyo.web.Refusal;
import org.dohyo.web.ServerSentEvents;
import org.dohyo.web.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;

/** Starts, shows and controls the runs of a benchmark. */
@Path("/api/admin/benchmarks/{benchmark}/runs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.READER)
@Blocking
public class RunResource {

    private final RunStarts starts;
    private final Runs runs;
    private final RunControl control;
    private final RunCalls calls;
    private final RunEvents events;
    private final RunWorker worker;
    private final SignedIn signedIn;

    RunResource(RunStarts starts, Runs runs, RunControl control, RunCalls calls, RunEvents events, RunWorker worker,
            SignedIn signedIn) {
        this.starts = starts;
        this.runs = runs;
        this.control = control;
        this.calls = calls;
        this.events = events;
        this.worker = worker;
        this.signedIn = signedIn;
    }

    public record Started(UUID id, String url, String page) {
    }

    public record Listing(List<RunView> runs) {
    }

    /** A run with its scores so far. */
    public record Detailed(@JsonUnwrapped RunView run, @JsonUnwrapped Runs.Outcome outcome) {
    }

    public record Calls(List<RunCalls.Call> calls, Long next) {
    }

    @POST
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Starts a run in the background: 202 with its URL")
    public Response start(@PathParam("benchmark") String benchmark, RunRequest request) {
        UUID id = starts.start(benchmark, request, signedIn.name());
        worker.wake();
        String url = RunView.url(benchmark, id);
        return Response.accepted(new Started(id, url, RunView.page(id))).location(URI.create(url)).build();
    }

    @GET
    public Listing all(@PathParam("benchmark") String benchmark) {
        return new Listing(runs.newest(benchmark));
    }

    @GET
    @Path("/{id}")
    public Detailed one(@PathParam("benchmark") String benchmark, @PathParam("id") UUID id) {
        RunView run = find(benchmark, id);
        return new Detailed(run, runs.outcome(run));
    }

    private RunView find(String benchmark, UUID id) {
        RunView run = runs.one(id);
        if (!run.benchmark().equals(benchmark)) {
            throw Runs.unknown();
        }
        return run;
    }

    @GET
    @Path("/{id}/calls")
    @Operation(summary = "Every prompt, answer and judgement, fifty at a time")
    public Calls calls(@PathParam("benchmark") String benchmark,
            @PathParam("id") UUID id,
            @QueryParam("after") @DefaultValue("0") long after, @QueryParam("state") String state,
            @QueryParam("model") String model) {
        ItemState begun = state == null ? null
                : ItemState.begun(state).orElseThrow(() -> Refusal.parameter("state",
                        words -> Texts.oneOf(words, List.of("running", "done", "failed"))));
        List<RunCalls.Call> page = calls.of(find(benchmark, id).id(), after, begun,
                model);
        return new Calls(page, page.size() < RunCalls.PAGE ? null : (Long) page.get(page.size() - 1).id());
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(summary = "progress events, one for each change, at most two a second")
    public Multi<OutboundSseEvent> events(@PathParam("benchmark") String benchmark,
            @PathParam("id") UUID id,
            @Context Sse sse) {
        UUID run = find(benchmark, id).id();
        return ServerSentEvents.emitted(sse, emitter -> watch(run, emitter));
    }

    private void watch(UUID run, MultiEmitter<? super ServerSentEvents.Event> emitter) {
        RunEvents.Watcher watcher = new RunEvents.Watcher(
                progress -> emitter.emit(new ServerSentEvents.Event(null, "progress", progress)));
        emitter.onTermination(() -> events.unwatch(run, watcher));
        events.watch(run, watcher);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(summary = "Makes no further call: 204; stored answers stay, and retry resumes from there")
    public void cancel(@PathParam("benchmark") String benchmark, @PathParam("id") UUID id) {
        control.cancel(find(benchmark, id).id(), signedIn.name());
        worker.wake();
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(summary = "Repeats the calls that failed or were left undone, and no other: 202")
    public Response retry(@PathParam("benchmark") String benchmark, @PathParam("id") UUID id) {
        RunView run = find(benchmark, id);
        control.retry(run.id(), signedIn.name());
        worker.wake();
        return Response.accepted(new Started(run.id(), run.url(), run.page())).location(URI.create(run.url())).build();
    }
}
