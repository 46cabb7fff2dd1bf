package org.dohyo.battle.api;

import java.net.URI;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.dohyo.battle.Battle;
import org.dohyo.battle.Side;
import org.dohyo.battle.play.Battles;
import org.dohyo.battle.play.Conversation;
import org.dohyo.battle.play.Conversations;
import org.dohyo.battle.stream.EventPosition;
import org.dohyo.battle.stream.Streams;
import org.dohyo.flood.Caller;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;
import org.dohyo.web.Languages;
import org.dohyo.web.ServerSentEvents;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.http.HttpServerRequest;

/** Battles as a voter sees them. Everything below a battle is 404 to anyone but its voter. */
@Path("/api/battles")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class BattleResource {

    private final Battles battles;
    private final Conversations conversations;
    private final Streams streams;
    private final Voters voters;
    private final Languages languages;

    BattleResource(Battles battles, Conversations conversations, Streams streams, Voters voters, Languages languages) {
        this.battles = battles;
        this.conversations = conversations;
        this.streams = streams;
        this.voters = voters;
        this.languages = languages;
    }

    /** A prompt and, if the voter chose them, the two models. */
    public record Opening(@NotNull String prompt, String modelA, String modelB) {
    }

    /** @param notice a notice about the prompt in the caller's language, or null */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Opened(UUID id, int turn, String notice) {
    }

    public record FollowUp(@NotNull String prompt) {
    }

    /** @param notice as in {@link Opened} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Followed(int turn, String notice) {
    }

    public record Retry(@NotNull Side side) {
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Starts a battle: 201; 422 prompt-refused where moderation flagged the prompt; 403 banned; "
            + "428 proof-required (403 for a wrong one) while very much comes in: the member challenge is ALTCHA's, its "
            + "solution goes into the header Altcha of the same call")
    public Uni<Response> start(@NotNull @Valid Opening opening, @Context HttpHeaders headers, @Context UriInfo uri,
            HttpServerRequest request) {
        Voters.Recognised recognised = voters.knownOrFresh(headers, uri);
        String locale = languages.of(headers);
        return battles.open(new Battles.Opening(recognised.voter(), Caller.of(request), opening.prompt(),
                opening.modelA(), opening.modelB())).map(opened -> created(opened, recognised, locale));
    }

    private static Response created(Battles.Opened opened, Voters.Recognised recognised, String locale) {
        Response.ResponseBuilder created = Response.created(URI.create("/api/battles/" + opened.battle()))
                .entity(new Opened(opened.battle(), opened.turn(), opened.approval().notice(locale).orElse(null)));
        return recognised.cookie() == null ? created.build() : created.cookie(recognised.cookie()).build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    public Conversation get(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        return conversations.of(battles.owned(voter(headers).id, id));
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> events(
            @PathParam("id") UUID id,
            @HeaderParam("Last-Event-ID") String last,
            @Context HttpHeaders headers, @Context Sse sse) {
        Battle battle = battles.watchable(voter(headers).id, id);
        return ServerSentEvents.emitted(sse, emitter -> watch(battle, last, emitter));
    }

    private void watch(Battle battle, String last, MultiEmitter<? super ServerSentEvents.Event> emitter) {
        Streams.Watcher watcher = new Streams.Watcher(EventPosition.parse(last),
                event -> emitter.emit(new ServerSentEvents.Event(event.id(), event.name(), event.data())),
                emitter::complete);
        emitter.onTermination(() -> streams.unwatch(battle.id, watcher));
        streams.watch(battle, watcher);
    }

    @POST
    @Path("/{id}/turns")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A follow-up to both models: 201; 422 prompt-refused where moderation flagged the prompt; "
            + "428 proof-required as at a start")
    public Uni<Response> follow(
            @PathParam("id") UUID id,
            @NotNull @Valid FollowUp followUp, @Context HttpHeaders headers, HttpServerRequest request) {
        Voter voter = voter(headers);
        String locale = languages.of(headers);
        return battles.follow(voter, Caller.of(request), id, followUp.prompt()).map(opened -> Response
                .created(URI.create("/api/battles/" + id))
                .entity(new Followed(opened.turn(), opened.approval().notice(locale).orElse(null))).build());
    }

    @POST
    @Path("/{id}/stop")
    public Response stop(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        battles.stop(voter(headers).id, id);
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response retry(@PathParam("id") UUID id, @NotNull @Valid Retry retry, @Context HttpHeaders headers) {
        long voter = voter(headers).id;
        battles.retry(voter, id, retry.side());
        return Response.accepted().build();
    }

    private Voter voter(HttpHeaders headers) {
        return voters.known(headers).orElseThrow(Battles::unknown);
    }
}
