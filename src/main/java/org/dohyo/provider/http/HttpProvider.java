package org.dohyo.provider.http;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.dohyo.provider.AnswerSink;
import org.dohyo.provider.AnswerStream;
import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.Provider;

import io.quarkus.arc.All;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;

/**
 * Streams answers of every protocol that is spoken over HTTP, over one shared client; no thread waits for an answer.
 */
@ApplicationScoped
public class HttpProvider implements Provider {

    /** Common servers close an idle connection after five seconds: let go of it before they do. */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private final Vertx vertx;
    private final Map<Protocol, Codec> codecs;
    private final AddressGuard guard;
    private final Timeouts timeouts;
    private final Clock clock;
    private final HttpClient client;
    private final OpenThoughts openThoughts = new OpenThoughts();
    /** Weak, since a closed connection must stay known: the pool may have handed it to a call that is yet to use it. */
    private final Set<HttpConnection> used = Collections
            .synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    @Inject
    public HttpProvider(Vertx vertx, @All List<Codec> codecs, AddressGuard guard, Clock clock,
            ProviderConfig config) {
        this(vertx, codecs, guard, clock, Timeouts.of(config), config.connectionsPerHost());
    }

    /** @param connectionsPerHost each stream holds one, and one host may serve every model */
    public HttpProvider(Vertx vertx, List<Codec> codecs, AddressGuard guard, Clock clock, Timeouts timeouts,
            int connectionsPerHost) {
        this.vertx = vertx;
        this.codecs = codecs.stream().collect(Collectors.toUnmodifiableMap(Codec::protocol, codec -> codec));
        this.guard = guard;
        this.clock = clock;
        this.timeouts = timeouts;
        this.client = vertx.createHttpClient(options(timeouts),
                new PoolOptions().setHttp1MaxSize(connectionsPerHost));
    }

    private static HttpClientOptions options(Timeouts timeouts) {
        return new HttpClientOptions()
                .setConnectTimeout((int) timeouts.connect().toMillis())
                .setKeepAlive(true)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setDecompressionSupported(false);
    }

    @Override
    public Set<Protocol> protocols() {
        return codecs.keySet();
    }

    @Override
    public void check(Endpoint endpoint) {
        codecs.get(endpoint.protocol()).encode(endpoint, List.of(new Message(Message.Role.USER, "?")));
    }

    @Override
    public AnswerStream stream(Endpoint endpoint, List<Message> conversation, AnswerSink sink) {
        return endpoint.foldsSystemPrompt()
                ? call(endpoint.withoutSystemPrompt(), endpoint.fold(conversation), sink)
                : call(endpoint, List.copyOf(conversation), sink);
    }

    @SuppressWarnings("deprecation") // the only public way to a fresh event-loop context in this line of Vert.x
    private AnswerStream call(Endpoint endpoint, List<Message> conversation, AnswerSink sink) {
        HttpAnswer call = new HttpAnswer(this, codecs.get(endpoint.protocol()), endpoint, conversation,
                sink);
        // A context of its own on an event loop: the caller's may be a worker's, or tied to a request that ends early.
        vertx.nettyEventLoopGroup().next().execute(() -> call.start(vertx.getOrCreateContext()));
        return call;
    }

    @PreDestroy
    public void close() {
        client.close();
    }

    Vertx vertx() {
        return vertx;
    }

    AddressGuard guard() {
        return guard;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    Clock clock() {
        return clock;
    }

    OpenThoughts openThoughts() {
        return openThoughts;
    }

    HttpClient client() {
        return client;
    }

    /** Notes the use of a connection. @return whether it carried an earlier request */
    boolean reused(HttpConnection connection) {
        return !used.add(connection);
    }
}
