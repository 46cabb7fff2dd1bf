package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.dohyo.account.signon.ScriptedProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;

/** The arena below a path of a host that is not its own, behind a real reverse proxy. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class PublicPathIT {

    /** The browser resolves it without help, and it is a name that the arena serves. */
    private static final String HOST = "localhost";
    private static final String PASSWORD = "a password of the admin";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    Path directory;

    /** What the browser asked for and should not have, or did not get. */
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    /** The address of another site that the browser may visit, if any. */
    private String neighbour;

    /** One arena for all proxies, one after the other, each with clients of its own networks. */
    @Test
    void arenaBelowAPath_isWholeThere() throws Exception {
        List<FrontProxy.Kind> installed = FrontProxy.Kind.installed();
        assumeFalse(installed.isEmpty(), "neither nginx nor HAProxy is installed");
        try (ScriptedProvider provider = new ScriptedProvider(0);
                FrontProxy proxy = new FrontProxy(directory, HOST);
                ArenaProcess arena = ArenaProcess.start(directory.resolve("data"), settings(proxy, provider))) {
            provider.puts("alice", "arena-admins");
            for (FrontProxy.Kind kind : installed) {
                String configuration = kind.configuration("-path");
                proxy.start(kind, configuration, arena.port());
                answersBelowThePath(proxy, "127." + kind.ordinal() + ".1.1");
                isReadAndVotedOn(proxy.url() + "/arena");
                isAdministered(proxy.url() + "/arena");
                signsOn(proxy.url() + "/arena", provider);
                proxy.stop();
            }
            if (installed.contains(FrontProxy.Kind.NGINX)) {
                String cutting = FrontProxy.Kind.NGINX.configuration("-path").replace(":8080;", ":8080/;");
                proxy.start(FrontProxy.Kind.NGINX, cutting, arena.port());
                answersBelowThePath(proxy, "127.9.1.1");
                isReadAndVotedOn(proxy.url() + "/arena");
                proxy.stop();
            }
            refusesOtherHosts(arena);
        }
    }

    private static Map<String, String> settings(FrontProxy proxy, ScriptedProvider provider) {
        return Map.of("DOHYO_PROXY_TRUSTED", "127.0.0.1", "DOHYO_PUBLIC_URL", proxy.url() + "/arena/",
                "DOHYO_ADMIN_PASSWORD", PASSWORD, "DOHYO_OIDC_ISSUER", provider.issuer(), "DOHYO_OIDC_CLIENT_ID",
                ScriptedProvider.CLIENT, "DOHYO_OIDC_CLIENT_SECRET", ScriptedProvider.SECRET,
                "DOHYO_OIDC_ADMIN_GROUPS", "arena-admins");
    }

    private static void answersBelowThePath(FrontProxy proxy, String from) throws IOException {
        RawHttp http = proxy.client(from);
        RawHttp.Answer page = http.send("GET", "/arena/", Map.of("Accept", "text/html"), null);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.headers()).doesNotContainKey("strict-transport-security");
        assertThat(http.send("GET", "/arena", Map.of("Accept", "text/html"), null).status()).isIn(200, 301);

        RawHttp.Answer started = http.send("POST", "/arena/api/battles",
                Map.of("Content-Type", "application/json", "Origin", proxy.url()), "{\"prompt\":\"Count to three\"}");
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        assertThat(started.headers().get("set-cookie")).startsWith("__Secure-dohyo_voter=")
                .containsIgnoringCase("path=/arena;").containsIgnoringCase("secure");
        assertThat(started.headers().get("location")).startsWith(proxy.url() + "/arena/api/battles/");

        assertThat(location(http, "/arena/desk/models")).isEqualTo("/arena/desk/sign-in?to=%2Fdesk%2Fmodels");
        assertThat(location(http, "/arena/language?to=ja&back=/arena/me")).isEqualTo("/arena/me");
        assertThat(location(http, "/arena/language?to=ja&back=/me")).isEqualTo("/arena/me");
        for (String elsewhere : List.of("//evil.example", "https://evil.example/", "/%5Cevil.example")) {
            assertThat(location(http, "/arena/language?to=ja&back=" + elsewhere)).isEqualTo("/arena/");
            assertThat(http.send("GET", "/arena/desk/sign-in?to=" + elsewhere, Map.of(), null).body())
                    .contains("data-then=\"/desk\"");
        }
        assertThat(http.send("GET", "/arena/q/openapi?format=json", Map.of(), null).body())
                .containsPattern("\"servers\"\\s*:\\s*\\[\\s*\\{\\s*\"url\"\\s*:\\s*\"/arena\"");
        assertThat(proxy.passesEventsOn("/arena/api/leaderboard/events", from)).isTrue();
        assertThat(http.send("POST", "/arena/api/battles",
                Map.of("Content-Type", "application/json", "Origin", "https://evil.example"), "{\"prompt\":\"x\"}")
                .status()).isEqualTo(403);
        RawHttp rebound = new RawHttp("evil.example", () -> proxy.connect(from));
        assertThat(rebound.send("GET", "/arena/", Map.of("X-Forwarded-Host", HOST), null).body())
                .contains("unknown-host");
    }

    private static String location(RawHttp http, String address) throws IOException {
        RawHttp.Answer redirect = http.send("GET", address, Map.of("Accept", "text/html"), null);
        assertThat(redirect.status()).as(redirect.body()).isEqualTo(303);
        return redirect.headers().get("location").replaceFirst("^https://localhost:\\d+", "");
    }

    /** A voter's way through the pages, in which every request leads below the path and gets its answer. */
    private void isReadAndVotedOn(String home) {
        Page page = visitor();
        page.navigate(home + "/");
        page.locator("#prompt").fill("Show a table, code and mathematics");
        page.locator("#prompt").press("Enter");
        page.locator("#consent-yes").click();
        assertThat(page.locator("#turns > li").last().locator("[data-side=A] .text")).not().isEmpty();
        Locator ballot = page.locator("#bar button[data-outcome=A]");
        assertThat(ballot).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(30_000));
        Browsers.vote(page, "A");
        assertThat(page.locator("#voted")).not().isEmpty();
        assertThat(page).hasURL(Pattern.compile(literally(home + "/?battle=") + ".+"));
        page.reload();
        assertThat(page.locator("#voted")).not().isEmpty();
        assertThat(page.locator("#pair-link")).hasAttribute("href", Pattern.compile("/arena/models/[^/]+/vs/[^/]+"));
        String pair = page.locator("#pair-link").getAttribute("href");
        page.locator("#share").click();
        assertThat(page.locator("#link-text")).hasValue(Pattern.compile(literally(home + "/s/") + ".+"));
        String link = page.locator("#link-text").inputValue();
        page.navigate(link);
        assertThat(page.locator("#shared")).isVisible();
        assertThat(page.locator("meta[property='og:url']").getAttribute("content")).isEqualTo(link);

        page.navigate(home + "/leaderboard");
        assertThat(page.locator("#live.on")).isVisible();
        assertThat(page.locator("input[data-snippet]")).hasValue(Pattern.compile(
                ".*src=\"" + literally(home + "/embed/leaderboard") + ".*"));
        page.locator(".switches button[name=to]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "ja");
        assertThat(page).hasURL(Pattern.compile(literally(home + "/leaderboard") + ".*"));
        page.locator(".switches button[name=to]").click();

        page.navigate(URI.create(home).resolve(pair).toString());
        page.navigate(page.locator("h1 a").first().evaluate("a => a.href").toString());
        assertThat(page.locator("input[data-snippet]")).hasValue(Pattern.compile(
                ".*\\]\\(" + literally(home + "/models/") + "[^/]+/badge\\.svg\\)\\]\\("
                        + literally(home + "/models/") + ".*"));
        visitLinks(page, home + "/", "a[href]");
        page.navigate(home + "/embed/leaderboard");
        page.context().close();
        assertThat(wrong).isEmpty();
    }

    /** Signs in for a page of the desk, arrives there, and looks at all the others. */
    private void isAdministered(String home) {
        Page page = visitor();
        page.navigate(home + "/desk/models");
        assertThat(page).hasURL(home + "/desk/sign-in?to=%2Fdesk%2Fmodels");
        page.locator("#name").fill("admin");
        page.locator("#password").fill(PASSWORD);
        page.locator("button[type=submit]").click();
        assertThat(page).hasURL(home + "/desk/models");
        List<Cookie> cookies = page.context().cookies(home + "/desk");
        assertThat(cookies).anyMatch(cookie -> cookie.name.equals("__Secure-dohyo_session"));
        assertThat(cookies).allMatch(cookie -> cookie.path.equals("/arena"));
        visitLinks(page, home + "/desk", ".desk-nav a[href]");
        page.navigate(home + "/desk/account");
        page.locator("form[data-to='/api/session'] button[type=submit]").click();
        assertThat(page).hasURL(home + "/desk/sign-in");
        page.context().close();
        assertThat(wrong).isEmpty();
    }

    /** To an identity provider and back to the page that was asked for, and out again. */
    private void signsOn(String home, ScriptedProvider provider) {
        neighbour = provider.issuer();
        Page page = visitor();
        page.navigate(home + "/desk/votes");
        page.locator("a[href^='/arena/sign-on']").click();
        assertThat(page).hasURL(home + "/desk/votes");
        assertThat(page.context().cookies(home + "/sign-on")).allMatch(cookie -> cookie.path.startsWith("/arena"));
        page.navigate(home + "/desk/account");
        page.locator("form[data-to='/api/session'] button[type=submit]").click();
        assertThat(page).hasURL(home + "/desk/sign-in");
        page.context().close();
        assertThat(wrong).isEmpty();
    }

    /** Opens each page that those links of a page lead to on this host. */
    private static void visitLinks(Page page, String from, String links) {
        page.navigate(from);
        Set<String> targets = new LinkedHashSet<>();
        for (Locator link : page.locator(links).all()) {
            String target = link.evaluate("a => a.href").toString().replaceFirst("#.*", "");
            // A browser shows JSON and Markdown too, but downloads the rest.
            if (target.startsWith(page.evaluate("location.origin").toString()) && !target.contains("format=csv")) {
                targets.add(target);
            }
        }
        assertThat(targets).isNotEmpty();
        for (String target : targets) {
            page.navigate(target);
        }
    }

    private Page visitor() {
        BrowserContext context = CHROMIUM.browser()
                .newContext(new Browser.NewContextOptions().setLocale("en").setIgnoreHTTPSErrors(true));
        context.onResponse(this::check);
        Page page = context.newPage();
        page.onPageError(wrong::add);
        page.onConsoleMessage(message -> {
            // For JSON and Markdown, which name no icon, the browser asks the host for one, which is not the arena's.
            if (message.type().equals("error") && !message.location().contains("/favicon.ico")) {
                wrong.add(message.text() + " " + message.location());
            }
        });
        return page;
    }

    private void check(Response response) {
        String path = URI.create(response.url()).getRawPath();
        if (neighbour != null && response.url().startsWith(neighbour + "/")) {
            return;
        }
        if (response.status() >= 400 || !path.equals("/arena") && !path.startsWith("/arena/")) {
            wrong.add(response.status() + " " + response.url());
        }
    }

    /** Probes and other programs beside the arena call it without the path, by an address or {@code localhost}. */
    private static void refusesOtherHosts(ArenaProcess arena) throws IOException {
        RawHttp stranger = new RawHttp("evil.example", () -> new Socket("127.0.0.1", arena.port()));
        for (String path : List.of("/", "/arena/")) {
            assertThat(stranger.send("GET", path, Map.of(), null).body()).contains("unknown-host");
        }
        RawHttp probe = new RawHttp("127.0.0.1", arena.port());
        for (String path : List.of("/q/health/ready", "/arena/q/health/ready", "/", "/arena/api/models")) {
            assertThat(probe.send("GET", path, Map.of(), null).status()).as(path).isEqualTo(200);
        }
    }

    /** A pattern of that text for Java and for the browser, which doesn't know Java's quotes. */
    private static String literally(String text) {
        return text.replaceAll("[.?]", "\\\\$0");
    }
}
