package org.dohyo.battle.api;

import java.net.URI;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.dohyo.battle.PromptGuard;
import org.dohyo.battle.Side;
import org.dohyo.battle.play.Battles;
import org.dohyo.battle.play.Conversation;
import org.dohyo.battle.play.Conversations;
import org.dohyo.battle.play.Networks;
import org.dohyo.battle.stream.EventPosition;
import org.dohyo.battle.stream.Streams;
import org.dohyo.support.Problem;
import org.dohyo.voter.Consents;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;
import org.dohyo.web.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;

/** Battles as a voter sees them. Everything below a battle is 404 to anyone but its voter. */
@Path("/api/battles")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class BattleResource {

    private static final long HEARTBEAT_MILLIS = 15_000;

    private final Battles battles;
    private final Conversations conversations;
    private final Streams streams;
    private final Voters voters;
    private final Consents consents;
    private final PromptGuard prompts;
    private final Languages languages;
    private final Vertx vertx;

    BattleResource(Battles battles, Conversations conversations, Streams streams, Voters voters, Consents consents,
            PromptGuard prompts, Languages languages, Vertx vertx) {
        this.battles = battles;
        this.conversations = conversations;
        this.streams = streams;
        this.voters = voters;
        this.consents = consents;
        this.prompts = prompts;
        this.languages = languages;
        this.vertx = vertx;
    }

    /** A prompt, and the two models where the voter names them. */
    public record Opening(String prompt, String modelA, String modelB) {
    }

    /** @param notice what the voter is to know of the prompt, in the caller's language; null for most */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Opened(UUID id, int turn, String notice) {
    }

    public record FollowUp(String prompt) {
    }

    /** @param notice as of {@link Opened} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Followed(int turn, String notice) {
    }

    public record Retry(Side side) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Starts a battle: 201; 422 prompt-refused where moderation flagged the prompt; 403 banned")
    public Uni<Response> start(Opening opening, @Context HttpHeaders headers, @Context UriInfo uri,
            HttpServerRequest request) {
        requireBody(opening, "prompt");
        Voters.Recognised recognised = voters.knownOrNew(headers, uri);
        recognised.voter().requireAdmitted();
        consents.byFirstPrompt(recognised.voter().id);
        battles.checkStart(Networks.of(request.remoteAddress().hostAddress()), opening.prompt());
        String locale = languages.of(headers);
        return prompts.check(recognised.voter().id, opening.prompt()).map(approval -> {
            UUID id = battles.start(recognised.voter().id, opening.prompt(), approval, opening.modelA(), opening.modelB());
            Response.ResponseBuilder created = Response.created(URI.create("/api/battles/" + id))
                    .entity(new Opened(id, 1, approval.notice(locale).orElse(null)));
            return recognised.cookie() == null ? created.build() : created.cookie(recognised.cookie()).build();
        });
    }

    @GET
    @Path("/{id}")
    @Transactional
    public Conversation get(@PathParam("id") String id, @Context HttpHeaders headers) {
        return conversations.of(battles.owned(voter(headers).id, Battles.id(id)));
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> events(@PathParam("id") String id, @HeaderParam("Last-Event-ID") String last,
            @Context HttpHeaders headers, @Context Sse sse) {
        UUID battle = battles.watchable(voter(headers).id, Battles.id(id)).id;
        return Multi.createFrom().emitter(emitter -> follow(battle, EventPosition.parse(last), sse, emitter));
    }

    private void follow(UUID battle, EventPosition from, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) {
        long heartbeat = vertx.setPeriodic(HEARTBEAT_MILLIS,
                unused -> emitter.emit(sse.newEventBuilder().comment("").build()));
        Streams.Watcher watcher = new Streams.Watcher(from, event -> emitter.emit(sse.newEventBuilder().id(event.id())
                .name(event.name()).data(event.data()).mediaType(MediaType.APPLICATION_JSON_TYPE).build()),
                emitter::complete);
        emitter.onTermination(() -> {
            vertx.cancelTimer(heartbeat);
            streams.unwatch(battle, watcher);
        });
        streams.watch(battle, watcher);
    }

    @POST
    @Path("/{id}/turns")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A follow-up to both models: 201; 422 prompt-refused where moderation flagged the prompt")
    public Uni<Response> follow(@PathParam("id") String id, FollowUp followUp, @Context HttpHeaders headers) {
        Voter voter = voter(headers);
        requireBody(followUp, "prompt");
        voter.requireAdmitted();
        UUID battle = Battles.id(id);
        battles.checkFollow(voter.id, battle, followUp.prompt());
        String locale = languages.of(headers);
        return prompts.check(voter.id, followUp.prompt()).map(approval -> {
            int turn = battles.follow(voter.id, battle, followUp.prompt(), approval);
            return Response.created(URI.create("/api/battles/" + battle))
                    .entity(new Followed(turn, approval.notice(locale).orElse(null))).build();
        });
    }

    @POST
    @Path("/{id}/stop")
    public Response stop(@PathParam("id") String id, @Context HttpHeaders headers) {
        battles.stop(voter(headers).id, Battles.id(id));
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response retry(@PathParam("id") String id, Retry retry, @Context HttpHeaders headers) {
        long voter = voter(headers).id;
        requireBody(retry, "side");
        requireBody(retry.side(), "side");
        battles.retry(voter, Battles.id(id), retry.side());
        return Response.accepted().build();
    }

    private Voter voter(HttpHeaders headers) {
        return voters.known(headers).orElseThrow(Battles::unknown);
    }

    private static void requireBody(Object body, String field) {
        if (body == null) {
            throw Problem.field(Status.BAD_REQUEST, field, "body", "must be given");
        }
    }
}
