package org.dohyo.verify;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletionException;

import org.dohyo.log.tree.LogFormatException;
import org.dohyo.log.tree.Submission;
import org.dohyo.verify.Witness.Verdict;
import org.jboss.logging.Logger;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * Serves a witness by HTTP (C2SP tlog-witness): {@code POST /add-checkpoint}, and {@code GET /HASH/checkpoint} for
 * monitors. Bodies are limited to {@value #LONGEST} bytes, quiet connections to {@value #IDLE_SECONDS} s.
 */
public final class WitnessServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WitnessServer.class);
    private static final int LONGEST = 1 << 16;
    private static final int IDLE_SECONDS = 30;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Vertx vertx;
    private final Witness witness;
    private final HttpServer server;

    private WitnessServer(Vertx vertx, Witness witness, HttpServer server) {
        this.vertx = vertx;
        this.witness = witness;
        this.server = server;
    }

    /**
     * Serves until it is closed.
     *
     * @param port 0 for any that is free
     * @throws Source.UnreachableException if the address can't be used
     */
    public static WitnessServer start(Witness witness, String host, int port) {
        Vertx vertx = Vertx.vertx();
        HttpServer http = vertx.createHttpServer(new HttpServerOptions().setHost(host).setPort(port)
                .setIdleTimeout(IDLE_SECONDS));
        WitnessServer server = new WitnessServer(vertx, witness, http);
        try {
            http.requestHandler(server.routes()).listen().toCompletionStage().toCompletableFuture().join();
            return server;
        } catch (CompletionException e) {
            vertx.close();
            throw new Source.UnreachableException(
                    host + ":" + port + " can't be served: " + e.getCause().getMessage());
        }
    }

    private Router routes() {
        Router router = Router.router(vertx);
        router.post("/add-checkpoint").handler(BodyHandler.create(false).setBodyLimit(LONGEST))
                .blockingHandler(this::add);
        router.getWithRegex("/([0-9a-f]{64})/checkpoint").handler(this::checkpoint);
        return router;
    }

    public int port() {
        return server.actualPort();
    }

    private void add(RoutingContext call) {
        try {
            // Null for a request without a body.
            String body = Objects.requireNonNullElse(call.body().asString(StandardCharsets.UTF_8.name()), "");
            Witness.Answer answer = witness.add(Submission.parse(body));
            String text = switch (answer.verdict()) {
                case SIGNED -> answer.signature() + "\n";
                case OTHER_SIZE -> answer.size() + "\n";
                case MALFORMED -> "the old size is larger than the checkpoint's\n";
                case UNKNOWN_LOG -> "this witness doesn't know the log\n";
                case NOT_SIGNED_BY_THE_LOG -> "no known key of the log has signed the checkpoint\n";
                case INCONSISTENT -> "the log doesn't continue what this witness has signed\n";
            };
            String type = answer.verdict() == Verdict.OTHER_SIZE ? "text/x.tlog.size" : TEXT;
            answer(call, answer.verdict().status(), type, text);
        } catch (LogFormatException e) {
            answer(call, Verdict.MALFORMED.status(), TEXT, e.getMessage() + "\n");
        } catch (Source.UnreachableException e) {
            LOG.error(e.getMessage());
            answer(call, 500, TEXT, "the witness can't keep what it signs\n");
        }
    }

    private void checkpoint(RoutingContext call) {
        witness.lastByHash(call.pathParam("param0")).ifPresentOrElse(
                note -> answer(call, 200, TEXT, note.toString()),
                () -> answer(call, 404, TEXT, "this witness has signed no checkpoint of such a log\n"));
    }

    private static void answer(RoutingContext call, int status, String type, String text) {
        call.response().setStatusCode(status).putHeader("Content-Type", type).end(text);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
