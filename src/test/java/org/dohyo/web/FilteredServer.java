package org.dohyo.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.quarkus.vertx.http.runtime.filters.Filter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Serves filters of the application alone, in their order; behind them every call ends at the given handler. */
public final class FilteredServer implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    public FilteredServer(Consumer<Filters> register, Consumer<RoutingContext> resource) {
        Filters filters = new Filters();
        register.accept(filters);
        Router router = Router.router(vertx);
        filters.getFilters().stream().sorted(Comparator.comparingInt(Filter::getPriority).reversed())
                .forEach(filter -> router.route().handler(filter.getHandler()));
        router.route().handler(resource::accept);
        server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage()
                .toCompletableFuture().join();
    }

    /**
     * Sends one request as it stands, without a body.
     *
     * @param lines the request line without its version, then header lines; the host is {@code localhost} unless one
     *        of them names it
     * @return the status, then the header lines, lower-case
     */
    public List<String> send(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.actualPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            StringBuilder request = new StringBuilder(lines[0]).append(" HTTP/1.1\r\n");
            if (Stream.of(lines).noneMatch(line -> line.startsWith("Host:"))) {
                request.append("Host: localhost\r\n");
            }
            for (int i = 1; i < lines.length; i++) {
                request.append(lines[i]).append("\r\n");
            }
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            BufferedReader answer = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            List<String> head = new ArrayList<>(List.of(answer.readLine().split(" ")[1]));
            for (String line = answer.readLine(); !line.isEmpty(); line = answer.readLine()) {
                head.add(line.toLowerCase(Locale.ROOT));
            }
            return head;
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
