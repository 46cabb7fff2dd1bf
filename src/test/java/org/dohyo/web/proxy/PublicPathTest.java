package org.dohyo.web.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dohyo.ProductClasses;
import org.dohyo.web.FilteredServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.tngtech.archunit.core.domain.JavaClass;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

class PublicPathTest {

    private static final PublicConfig CONFIG = () -> Optional.of("https://example.org/arena/");
    private static final PublicPath BELOW = new PublicPath(CONFIG);
    private static final PublicPath ROOT = new PublicPath(() -> Optional.of("https://example.org"));

    @ParameterizedTest
    @CsvSource({ "/arena,/", "/arena/,/", "/arena?battle=1,/?battle=1", "/arena/desk?a=/b,/desk?a=/b", "/desk,/desk",
            "/,/", "/arenas/x,/arenas/x", "/arena/arena,/arena", "/ARENA/x,/ARENA/x" })
    void aRequestLosesThePrefix_andMayComeWithoutIt(String asked, String own) {
        assertThat(BELOW.own(asked)).isEqualTo(own);
        assertThat(ROOT.own(asked)).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({ "/desk,/arena/desk", "/,/arena/", "/arena/me,/arena/me", "/arena,/arena",
            "https://example.org/api/battles/1,https://example.org/arena/api/battles/1",
            "https://example.org/sign-on?to=/x,https://example.org/arena/sign-on?to=/x",
            "https://example.org/arena/x,https://example.org/arena/x",
            "https://example.org/?a,https://example.org/arena/?a",
            "https://example.org/auth/realms/x,https://example.org/auth/realms/x",
            "https://other.org/desk,https://other.org/desk",
            "https://example.org.evil.org/desk,https://example.org.evil.org/desk", "//evil.org/desk,//evil.org/desk",
            "?a,?a" })
    void aRedirectGetsThePrefix_unlessItLeadsToAnotherApplication(String target, String sent) {
        assertThat(BELOW.target(target, "https://example.org")).isEqualTo(sent);
    }

    @Test
    void everyRedirectIsSentBelowThePath() throws IOException {
        PrefixedRedirects redirects = new PrefixedRedirects(BELOW);
        try (FilteredServer server = new FilteredServer(redirects::register,
                call -> call.response().setStatusCode(303).putHeader("Location", "/desk/sign-in?to=/desk").end())) {
            assertThat(server.send("GET /desk")).contains("location: /arena/desk/sign-in?to=/desk");
        }
    }

    /** A prefix like one of the arena's own paths would be taken for it. */
    @Test
    void everyPathOfAResourceIsKnownAsOwn() {
        List<String> paths = ProductClasses.ALL.stream().filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
                .flatMap(PublicPathTest::paths).toList();
        assertThat(paths).contains("/api/battles", "/desk", "/sign-on").allMatch(PublicUrl::isOwn);
        for (String other : List.of("/static/bundle/x.js", "/q/health", "/?a", "/")) {
            assertThat(PublicUrl.isOwn(other)).as(other).isTrue();
        }
    }

    @Test
    void everyCookieHasThePath() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(Files::isRegularFile).filter(PublicPathTest::makesCookies))
                    .map(file -> file.getFileName().toString()).containsExactly("ArenaCookies.java");
        }
    }

    private static boolean makesCookies(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("new NewCookie") || text.contains("Cookie.cookie(") || text.contains("addCookie(");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a resource at the root also the paths of its methods. */
    private static Stream<String> paths(JavaClass resource) {
        String path = resource.getAnnotationOfType(jakarta.ws.rs.Path.class).value();
        return Stream.concat(Stream.of(path), resource.getMethods().stream()
                .filter(method -> path.equals("/") && method.isAnnotatedWith(jakarta.ws.rs.Path.class))
                .map(method -> method.getAnnotationOfType(jakarta.ws.rs.Path.class).value())
                .map(own -> own.startsWith("/") ? own : "/" + own));
    }

    /** As seen by everything behind the door: the path, the address and the parameters. */
    @ParameterizedTest
    @CsvSource({ "/arena/desk/x?a=1,'/desk/x?a=1 /desk/x /desk/x 1'", "/arena,'/ / / null'",
            "/desk?a=2,'/desk?a=2 /desk /desk 2'", "/arena/a/../b?a=3,'/a/../b?a=3 /a/../b /b 3'" })
    void aCallIsRoutedByItsOwnPath_withAndWithoutAProxy(String asked, String seen) {
        Vertx vertx = Vertx.vertx();
        try {
            Router router = Router.router(vertx);
            new ForwardedCalls(new Trusting(), CONFIG, BELOW).register(router);
            router.route().handler(call -> call.end(description(call)));
            HttpServer server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
            HttpClient client = vertx.createHttpClient();
            assertThat(body(client, server.actualPort(), asked, null))
                    .isEqualTo(seen + " http://127.0.0.1:" + server.actualPort() + " 127.0.0.1");
            assertThat(body(client, server.actualPort(), asked, "203.0.113.7"))
                    .isEqualTo(seen + " https://example.org 203.0.113.7");
        } finally {
            await(vertx.close());
        }
    }

    private static String description(RoutingContext call) {
        HttpServerRequest request = call.request();
        return "%s %s %s %s %s://%s %s".formatted(request.uri(), request.path(), call.normalizedPath(),
                request.getParam("a"), request.scheme(), request.authority(), request.remoteAddress().hostAddress());
    }

    private static String body(HttpClient client, int port, String address, String forwardedFor) {
        return await(client.request(HttpMethod.GET, port, "127.0.0.1", address).compose(request -> sent(request,
                forwardedFor))).toString();
    }

    private static Future<Buffer> sent(HttpClientRequest request, String client) {
        if (client != null) {
            request.putHeader("X-Forwarded-For", client);
        }
        return request.send().compose(HttpClientResponse::body);
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private record Trusting() implements ProxyConfig {

        @Override
        public Optional<List<String>> trusted() {
            return Optional.of(List.of("127.0.0.1"));
        }

        @Override
        public ForwardHeader header() {
            return ForwardHeader.X_FORWARDED;
        }
    }
}
