package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.dohyo.HostilePayloads.Payload;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * What hostile models say, on the real page under its real policy: nothing of it runs, and nothing leaves. The stream
 * of events is the test's own, so that each text can be cut at every position and drawn at each.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HostileAnswerIT {

    private static final int LEAST_PAYLOADS = 200;
    private static final int LEAST_FAMILIES = 12;
    private static final int LEAST_FIRED = 150;
    private static final int SHORT = 60;

    /** A browser whose event stream the test speaks through, which draws at once and whose clock stands still. */
    private static final String PREPARED = """
            window.hits = []; window.hit = (n) => { window.hits.push(n); }; window.violations = [];
            window.alert = window.confirm = window.prompt = () => {};
            document.addEventListener('securitypolicyviolation', (e) =>
              window.violations.push(e.effectiveDirective + ' of ' + window.saying));
            window.EventSource = class extends EventTarget {
              constructor() { super(); this.readyState = 1; window.stream = this; }
              close() {}
              say(name, data) { this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) })); }
            };
            window.requestAnimationFrame = (draw) => { queueMicrotask(() => draw(0)); return 0; };
            performance.now = () => 0;
            """;

    /** Says one text, cut at each of the positions, clicks what came of it, and tells what stands there. */
    private static final String SAY = """
            async ({ text, cuts, wait }) => {
              window.saying = text;
              const place = document.querySelector('.answer[data-side=A] .text');
              window.stream.say('stopped', { side: 'A', turn: 1 });
              let from = 0;
              const seen = [];
              for (const to of cuts) {
                window.stream.say('delta', { side: 'A', turn: 1, text: text.slice(from, to) });
                from = to;
                await null; await null;
                for (const node of wait ? [] : place.querySelectorAll('*')) {
                  if ([...node.attributes].some((a) => a.name.startsWith('on') || /^\\s*(?:javascript|data|vbscript):/i.test(a.value))
                      || /^(?:script|iframe|object|embed|img|image|svg|form|input|style|link|base|meta|video|audio)$/i.test(node.localName)) {
                    seen.push(node.outerHTML.slice(0, 100));
                  }
                }
              }
              const safe = (node) => !(node.localName === 'a' && /^(?:https?|mailto):/i.test(Element.prototype.getAttribute.call(node, 'href') ?? ''));
              for (const node of place.querySelectorAll('a, button, b, i, u, p, div, x, kbd, area, summary, label, input, code, td, video, text, dialog')) {
                if (safe(node)) node.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: window }));
              }
              if (wait) await new Promise((done) => setTimeout(done, wait));
              return seen;
            }""";

    @TestHTTPResource
    URI server;

    private record Found(Set<Integer> hits, List<String> outside, List<String> remains, Set<String> violations) {
    }

    private Found run(boolean guarded) {
        try (Playwright playwright = Browsers.playwright(); Browser browser = Browsers.launch(playwright)) {
            Page page = Browsers.open(browser, server.toString(), "en", Looks.DESKTOP, "/terms");
            List<String> outside = new ArrayList<>();
            AtomicBoolean loaded = new AtomicBoolean();
            page.addInitScript(PREPARED);
            page.route("**/*", route -> {
                if (route.request().isNavigationRequest() && loaded.get()) {
                    // The page would be gone, and with it what the others do.
                    outside.add(route.request().url());
                    route.fulfill(new Route.FulfillOptions().setStatus(204));
                } else if (!route.request().url().startsWith(server.toString())) {
                    outside.add(route.request().url());
                    route.abort();
                } else if (guarded) {
                    route.fallback();
                } else {
                    withoutGuards(route);
                }
            });
            page.route("**/api/battles", route -> route.fulfill(new Route.FulfillOptions().setStatus(201)
                    .setContentType("application/json")
                    .setBody("{\"id\":\"00000000-0000-4000-8000-000000000000\",\"turn\":1}")));
            page.navigate(server.toString());
            // Not waitForFunction: it asks each frame, and this page's frames leave no time in between.
            page.waitForCondition(
                    () -> (boolean) page.evaluate("performance.getEntriesByName('typing-ready').length > 0"));
            loaded.set(true);
            page.locator("#prompt").fill("Say something bad");
            page.locator("#prompt").press("Enter");
            page.waitForCondition(() -> (boolean) page.evaluate("Boolean(window.stream)"));
            // What loads late is there before the attacks: the mathematics and the colours are attacked too.
            page.evaluate(SAY, Map.of("text", "$x^2$\n\n```js\nlet a;\n```\n", "cuts", List.of(24), "wait", 0));
            page.waitForCondition(() -> page.locator(".answer math, .answer .hljs-keyword").count() >= 2);
            List<String> remains = new ArrayList<>();
            for (Payload payload : HostilePayloads.all()) {
                Object seen = page.evaluate(SAY,
                        Map.of("text", payload.text(), "cuts", cuts(payload.text(), guarded), "wait",
                                guarded ? 0 : 15));
                ((List<?>) seen).forEach(node -> remains.add(payload.number() + " " + node));
            }
            page.waitForTimeout(500);
            return new Found(numbers(page.evaluate("window.hits")), outside, remains,
                    ((List<?>) page.evaluate("window.violations")).stream().map(String::valueOf)
                            .collect(Collectors.toSet()));
        }
    }

    private static Set<Integer> numbers(Object hits) {
        return ((List<?>) hits).stream().map(hit -> ((Number) hit).intValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** At every position where the text is short, else at a few. */
    private static List<Integer> cuts(String text, boolean everywhere) {
        List<Integer> cuts = new ArrayList<>();
        int step = everywhere ? text.length() <= SHORT ? 1 : text.length() / 5 : text.length();
        for (int at = step; at < text.length(); at += step) {
            cuts.add(at);
        }
        cuts.add(text.length());
        return cuts;
    }

    /** The same page without its policy, and with a cleaner that only gives attributes their names back. */
    private static void withoutGuards(Route route) {
        APIResponse answer = route.fetch();
        Map<String, String> headers = new TreeMap<>(answer.headers());
        headers.remove("content-security-policy");
        headers.remove("content-encoding");
        headers.remove("content-length");
        String body = route.request().url().endsWith(".js")
                ? answer.text().replace(".sanitize=function(",
                        ".sanitize=function(dirty){return document.createRange().createContextualFragment("
                                + "dirty.replace(/&#(79|83|111|115);/g,(all,code)=>String.fromCharCode(code)))},"
                                + "window.unused=function(")
                : null;
        Route.FulfillOptions options = new Route.FulfillOptions().setStatus(answer.status()).setHeaders(headers);
        route.fulfill(body == null ? options.setBodyBytes(answer.body()) : options.setBody(body));
    }

    @Test
    void nothingRuns_andNothingLeaves() {
        List<Payload> payloads = HostilePayloads.all();
        assertThat(payloads).hasSizeGreaterThanOrEqualTo(LEAST_PAYLOADS);
        assertThat(payloads.stream().map(Payload::family).distinct()).hasSizeGreaterThanOrEqualTo(LEAST_FAMILIES);
        Found found = run(true);
        assertThat(found.hits()).isEmpty();
        assertThat(found.outside()).isEmpty();
        assertThat(found.remains()).isEmpty();
        assertThat(found.violations()).isEmpty();
    }

    @Test
    void withoutCleanerAndPolicy_mostOfThemFire() {
        Found found = run(false);
        System.out.printf("%d of %d hostile texts fire without guards%n", found.hits().size(),
                HostilePayloads.all().size());
        assertThat(found.hits()).hasSizeGreaterThanOrEqualTo(LEAST_FIRED);
        assertThat(found.outside()).isNotEmpty();
    }
}
