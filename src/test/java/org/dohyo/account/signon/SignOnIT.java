package org.dohyo.account.signon;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.ArenaProcess;
import org.dohyo.Beside;
import org.dohyo.Browsers;
import org.dohyo.Chromium;
import org.dohyo.Looks;
import org.dohyo.PackagedArena;
import org.jose4j.jwk.RsaJwkGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

/** The packaged arena with a provider that does what the test says; KeycloakIT has a real one. */
@Beside
class SignOnIT {

    private static final String PASSWORD = "a password of the admin";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int PROVIDER_PORT = freePort();

    /** Where only signed-in people vote; nearly all tests share it. */
    @RegisterExtension
    static final PackagedArena SHARED = arena(
            Map.of("DOHYO_VOTER_SIGN_IN", "true", "DOHYO_OIDC_VOTER_GROUPS", "arena-voters,arena-admins"));

    @RegisterExtension
    static final PackagedArena WITHOUT_LOCAL_SIGN_IN = arena(
            Map.of("DOHYO_SESSION_LOCAL", "false", "DOHYO_PROXY_TRUSTED", "127.0.0.1"));

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static ScriptedProvider provider;

    private PackagedArena arena = SHARED;

    private static PackagedArena arena(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("DOHYO_OIDC_ISSUER", "http://127.0.0.1:" + PROVIDER_PORT,
                "DOHYO_OIDC_CLIENT_ID", ScriptedProvider.CLIENT, "DOHYO_OIDC_CLIENT_SECRET", ScriptedProvider.SECRET,
                "DOHYO_OIDC_NAME", "Company", "DOHYO_OIDC_ADMIN_GROUPS", "arena-admins,others",
                "DOHYO_OIDC_MODERATOR_GROUPS", "arena-moderators", "DOHYO_ADMIN_PASSWORD", PASSWORD));
        settings.putAll(more);
        return new PackagedArena(settings);
    }

    private static int freePort() {
        try {
            return ArenaProcess.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void startProvider() throws Exception {
        providerThatIsDown_isNamedAtTheStart();
        provider = new ScriptedProvider(PROVIDER_PORT);
    }

    /** All other tests see that it is tried again. */
    private static void providerThatIsDown_isNamedAtTheStart() throws Exception {
        await().atMost(PATIENCE).until(() -> SHARED.output()
                .contains("DOHYO_OIDC_ISSUER: http://127.0.0.1:" + PROVIDER_PORT));
        given().redirects().follow(false).get(SHARED.url() + "/sign-on").then().statusCode(503)
                .contentType("application/problem+json").body("code", equalTo("provider-unreachable"));
        HttpResponse<String> page = new Visitor(SHARED.url()).get("/sign-on?to=/method");
        assertThat(page.uri().toString()).endsWith("/desk/sign-in?error=provider-unreachable&to=%2Fmethod");
        assertThat(page.body())
                .contains("The identity provider didn", "href=\"/sign-on?to=%2Fmethod\"", "id=\"password\"")
                .doesNotContain("Exception");
        given().auth().preemptive().basic("admin", PASSWORD).get(SHARED.url() + "/api/admin/models").then()
                .statusCode(200);
        assertThat(SHARED.output() + SHARED.errors()).doesNotContain("\tat ");
    }

    @AfterAll
    static void stopProvider() {
        provider.close();
    }

    @BeforeEach
    void behave() {
        provider.behaves();
        provider.puts("alice", "arena-admins", "everybody");
        provider.puts("mori", "arena-moderators", "admin");
        provider.puts("carol", "arena-voters");
        provider.puts("bob", "everybody");
    }

    private Visitor visitor() {
        return new Visitor(arena.url());
    }

    private Visitor signedOn(String person) throws Exception {
        provider.person = person;
        Visitor visitor = visitor();
        visitor.get("/sign-on?to=/method");
        return visitor;
    }

    private static String code(HttpResponse<String> refused) {
        return JsonPath.from(refused.body()).getString("code");
    }

    @Test
    void person_signsOn_withTheRoleOfTheGroups_andIsLedBack() throws Exception {
        Visitor mori = visitor();
        HttpResponse<String> page = mori.get("/desk/votes?before=2030-01-01T00:00:00Z");
        assertThat(page.uri().getPath()).isEqualTo("/desk/sign-in");
        assertThat(page.body()).contains("Sign in with Company", "href=\"/sign-on?to=%2Fdesk%2Fvotes%3Fbefore");

        provider.person = "mori";
        HttpResponse<String> votes = mori.get("/sign-on?to=/desk/votes?before=2030-01-01T00:00:00Z");

        assertThat(votes.statusCode()).isEqualTo(200);
        assertThat(votes.uri().toString()).isEqualTo(arena.url() + "/desk/votes?before=2030-01-01T00:00:00Z");
        assertThat(provider.seen).last().asInstanceOf(MAP).containsEntry("code_challenge_method", "S256")
                .containsEntry("response_type", "code").containsKeys("nonce", "state", "code_challenge")
                .containsEntry("redirect_uri", arena.url() + "/sign-on");
        assertThat(mori.call("GET", "/api/admin/users", null).statusCode()).isEqualTo(403);
        assertThat(mori.call("GET", "/api/admin/models", null).statusCode()).isEqualTo(200);
        assertThat(mori.get("/desk/account").body()).contains("mori", "/sign-on/out").doesNotContain("change-password");

        Visitor alice = signedOn("alice");
        HttpResponse<String> users = alice.call("GET", "/api/admin/users", null);
        assertThat(JsonPath.from(users.body()).getList("users.name")).contains("admin", "alice", "mori");
        assertThat(alice.call("GET", "/api/admin/audit", null).body()).contains("create by sign-on", "account:mori");

        HttpResponse<String> bob = signedOn("bob").get("/desk");
        assertThat(bob.statusCode()).isEqualTo(403);
        assertThat(alice.call("GET", "/api/admin/users", null).body()).doesNotContain("bob", "voter-");
        assertThat(visitor().get("/sign-on?to=https://evil.example/").uri().toString()).startsWith(arena.url());
        assertThat(visitor().get("/sign-on?to=//evil.example/").uri().toString()).startsWith(arena.url());
    }

    /** A stranger's name at the provider must not take over an account of the arena. */
    @Test
    void person_whoseNameIsTaken_getsAnAccountOfTheirOwn() throws Exception {
        provider.puts("admin", "arena-moderators");
        Visitor impostor = signedOn("admin");
        assertThat(impostor.call("GET", "/api/admin/users", null).statusCode()).isEqualTo(403);
        given().auth().preemptive().basic("admin", PASSWORD).get(arena.url() + "/api/admin/users").then()
                .statusCode(200).body("users.find { it.name == 'admin' }.role", equalTo("admin"))
                .body("users.find { it.name.startsWith('admin-') }.role", equalTo("moderator"));
    }

    /** The provider's groups are not roles, and its cookie counts nowhere but where people sign on. */
    @Test
    void providersCookie_opensNothingElsewhere() throws Exception {
        Visitor mori = signedOn("mori");
        String cookie = mori.cookies().stream().filter(one -> one.getName().startsWith("q_session"))
                .peek(one -> assertThat(one.getPath()).isEqualTo("/sign-on"))
                .map(one -> one.getName() + "=" + one.getValue()).findFirst().orElseThrow();
        for (String path : List.of("/api/admin/users", "/api/admin/models", "/q/metrics")) {
            given().header("Cookie", cookie).get(arena.url() + path).then().statusCode(401);
        }
    }

    @Test
    void personWhoLeavesTheGroup_losesTheRole_whenTheTokenIsRefreshed() throws Exception {
        provider.lifespan = 3;
        Visitor alice = signedOn("alice");
        assertThat(alice.call("GET", "/api/admin/users", null).statusCode()).isEqualTo(200);
        provider.puts("alice", "arena-moderators");
        await().atMost(PATIENCE).until(() -> alice.call("GET", "/api/admin/users", null).statusCode() == 401);
        assertThat(code(alice.call("GET", "/api/admin/models", null))).isEqualTo("session-unconfirmed");
        provider.lifespan = 300;
        int asked = provider.seen.size();

        assertThat(alice.get("/sign-on?to=/sign-on/done").statusCode()).isEqualTo(204);

        assertThat(provider.seen).as("refreshed without asking the person").hasSize(asked);
        assertThat(alice.call("GET", "/api/admin/models", null).statusCode()).isEqualTo(200);
        assertThat(alice.call("GET", "/api/admin/users", null).statusCode()).isEqualTo(403);
        given().auth().preemptive().basic("admin", PASSWORD).get(arena.url() + "/api/admin/audit").then()
                .body("entries[0].action", equalTo("change by sign-on"))
                .body("entries[0].after.role", equalTo("moderator"));
    }

    @Test
    void sessionThatTheProviderEnded_leadsToTheProvider() throws Exception {
        provider.lifespan = 2;
        Visitor alice = signedOn("alice");
        await().atMost(PATIENCE).until(() -> alice.call("GET", "/api/admin/users", null).statusCode() == 401);
        provider.forgetsEverybody();
        provider.lifespan = 300;
        int asked = provider.seen.size();
        HttpResponse<String> page = alice.get("/desk/users");
        assertThat(page.uri().getPath()).as(page.statusCode() + page.body()).isEqualTo("/desk/users");
        assertThat(provider.seen).as("the person was asked again").hasSize(asked + 1);
    }

    @Test
    void signingOut_endsBothSessions() throws Exception {
        Visitor alice = signedOn("alice");
        HttpResponse<String> out = alice.get("/sign-on/out");
        assertThat(out.uri().toString()).isEqualTo(arena.url() + "/desk/sign-in");
        assertThat(provider.seen).last().satisfies(call -> assertThat(call).containsEntry("path", "/logout")
                .containsKey("id_token_hint"));
        assertThat(alice.call("GET", "/api/admin/models", null).statusCode()).isEqualTo(401);
        int asked = provider.seen.size();
        alice.get("/sign-on?to=/desk");
        assertThat(provider.seen).as("asked again").hasSize(asked + 1);
    }

    @Test
    void forgedAnswers_signNobodyIn() throws Exception {
        provider.person = null;
        Visitor victim = visitor();
        victim.get("/sign-on?state=forged&code=forged");
        victim.cookies().forEach(cookie -> assertThat(cookie.getName()).isNotEqualTo("dohyo_session"));

        provider.nonce = "another";
        assertNobody(signedOn("alice"));
        provider.nonce = null;
        provider.signer = RsaJwkGenerator.generateJwk(2048);
        assertNobody(signedOn("alice"));
        Visitor denied = visitor();
        provider.person = null;
        HttpResponse<String> page = denied.get("/sign-on?to=/desk");
        assertThat(page.uri().getPath()).isEqualTo("/desk/sign-in");
        assertNobody(denied);
    }

    private static void assertNobody(Visitor visitor) throws Exception {
        assertThat(visitor.call("GET", "/api/admin/models", null).statusCode()).isEqualTo(401);
    }

    @Test
    void onlySignedInPeopleVote_oneVoterOnAllTheirDevices() throws Exception {
        Visitor stranger = visitor();
        assertThat(stranger.get("/").body()).contains("/desk/sign-in?to=/", "Sign in to vote");
        HttpResponse<String> refused = stranger.call("POST", "/api/battles", "{\"prompt\":\"Hello\"}");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(code(refused)).isEqualTo("sign-in-required");
        assertThat(stranger.call("GET", "/api/leaderboard", null).statusCode()).isEqualTo(200);

        Visitor bob = signedOn("bob");
        assertThat(code(bob.call("POST", "/api/battles", "{\"prompt\":\"Hello\"}"))).isEqualTo("not-a-voter");
        assertThat(bob.get("/").body()).contains("a group that may vote here");

        Visitor carol = signedOn("carol");
        assertThat(carol.get("/").body()).contains("id=\"ask\"");
        HttpResponse<String> begun = carol.call("POST", "/api/battles", "{\"prompt\":\"Hello\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        assertThat(begun.headers().allValues("Set-Cookie")).isEmpty();
        String battle = "/api/battles/" + JsonPath.from(begun.body()).getString("id");
        await().atMost(PATIENCE).until(() -> carol.call("GET", battle, null).body().contains("READY"));
        Visitor carolsPhone = signedOn("carol");
        assertThat(carolsPhone.call("POST", battle + "/vote", "{\"outcome\":\"A\"}").statusCode()).isEqualTo(201);
        assertThat(signedOn("alice").call("GET", battle, null).statusCode()).isEqualTo(404);
        assertThat(carol.call("GET", "/api/log/entries?limit=10", null).body()).doesNotContain("carol");
        assertThat(carol.call("GET", "/api/me/battles", null).body()).contains("Hello");
        assertThat(carol.call("GET", "/api/admin/models", null).statusCode()).isEqualTo(403);

        given().auth().preemptive().basic("admin", PASSWORD).contentType(ContentType.JSON)
                .body(Map.of("name", "admin", "password", PASSWORD)).post(arena.url() + "/api/session").then()
                .statusCode(204);
    }

    /** Recognised by the account on all devices, and only as long as the provider names the group. */
    @Test
    void invitationOfAGroup_letsItsPeopleIn_asLongAsTheyAreInIt() throws Exception {
        provider.puts("dana", "labelers");
        Visitor alice = signedOn("alice");
        alice.call("POST", "/api/admin/projects", "{\"slug\":\"for-labelers\",\"name\":\"For labelers\"}");
        HttpResponse<String> made = alice.call("POST", "/api/admin/projects/for-labelers/invitations",
                "{\"label\":\"team\",\"places\":1,\"group\":\"labelers\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String page = JsonPath.from(made.body()).getString("path");
        String joining = "{\"token\":\"" + page.substring(page.lastIndexOf('/') + 1) + "\"}";
        assertThat(alice.get("/desk/projects/for-labelers").body()).contains("group labelers", "name=\"group\"");

        Visitor stranger = visitor();
        assertThat(stranger.get(page).body()).contains("/desk/sign-in?to=" + page).doesNotContain("id=\"join\"");
        HttpResponse<String> unknown = stranger.call("POST", "/api/projects/join", joining);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(code(unknown)).isEqualTo("sign-in-required");
        Visitor carol = signedOn("carol");
        assertThat(carol.get(page).body()).contains("your account isn").doesNotContain("id=\"join\"");
        assertThat(code(carol.call("POST", "/api/projects/join", joining))).isEqualTo("not-in-group");

        provider.lifespan = 3;
        Visitor dana = signedOn("dana");
        assertThat(dana.get(page).body()).contains("id=\"join\"");
        assertThat(dana.call("POST", "/api/projects/join", joining).statusCode()).isEqualTo(200);
        provider.lifespan = 300;
        Visitor danasPhone = signedOn("dana");
        assertThat(danasPhone.call("POST", "/api/projects/join", joining).statusCode()).as("one place").isEqualTo(200);
        assertThat(danasPhone.get("/projects/for-labelers").body()).contains("For labelers");
        assertThat(danasPhone.call("POST", "/api/projects/for-labelers/next", null).body()).contains("DONE");

        provider.puts("dana", "everybody");
        await().atMost(PATIENCE).until(
                () -> dana.call("POST", "/api/projects/for-labelers/next", null).statusCode() == 401);
        assertThat(dana.get("/projects/for-labelers").uri().toString()).endsWith(
                "/desk/sign-in?to=/projects/for-labelers");
        assertThat(dana.get("/sign-on?to=/projects/for-labelers").statusCode()).isEqualTo(403);
        assertThat(code(dana.call("POST", "/api/projects/for-labelers/next", null))).isEqualTo("not-in-group");
    }

    @Test
    void localSignIn_canBeSwitchedOff() throws Exception {
        arena = WITHOUT_LOCAL_SIGN_IN;
        behindAProxy_theRedirectIsTheReaders();
        bannedAnnotator_isRefusedInEveryBrowser();
        assertThat(visitor().get("/desk/sign-in").body()).contains("Sign in with Company")
                .doesNotContain("id=\"password\"");
        given().contentType(ContentType.JSON).body(Map.of("name", "admin", "password", PASSWORD))
                .post(arena.url() + "/api/session").then().statusCode(403).body("code", equalTo("no-local-sign-in"));
        given().auth().preemptive().basic("admin", PASSWORD).get(arena.url() + "/api/admin/users").then()
                .statusCode(403).body("detail", containsString("dohyo.session.local"));
        HttpResponse<String> token = signedOn("alice").call("POST", "/api/admin/tokens",
                "{\"name\":\"script\",\"scopes\":[\"users:read\"]}");
        assertThat(token.statusCode()).isEqualTo(201);
        given().header("Authorization", "Bearer " + JsonPath.from(token.body()).getString("token"))
                .get(arena.url() + "/api/admin/users").then().statusCode(200);
    }

    /** Here voters are recognised by a cookie, which each browser has of its own. */
    private void bannedAnnotator_isRefusedInEveryBrowser() throws Exception {
        Visitor alice = signedOn("alice");
        alice.call("POST", "/api/admin/projects", "{\"slug\":\"signed-in\",\"name\":\"Signed in\"}");
        HttpResponse<String> made = alice.call("POST", "/api/admin/projects/signed-in/invitations",
                "{\"label\":\"team\",\"places\":1,\"signIn\":true}");
        String link = JsonPath.from(made.body()).getString("path");
        Visitor bob = signedOn("bob");
        bob.call("POST", "/api/projects/join", "{\"token\":\"" + link.substring(link.lastIndexOf('/') + 1) + "\"}");
        Visitor bobsPhone = signedOn("bob");
        for (Visitor browser : List.of(bob, bobsPhone)) {
            assertThat(browser.call("POST", "/api/projects/signed-in/next", null).statusCode()).isEqualTo(200);
        }
        try (Connection database = arena.database(); Statement ban = database.createStatement()) {
            ban.execute("update voter set banned_at = now()");
        }
        for (Visitor browser : List.of(bob, bobsPhone)) {
            assertThat(code(browser.call("POST", "/api/projects/signed-in/next", null))).isEqualTo("banned");
        }
    }

    private void behindAProxy_theRedirectIsTheReaders() {
        given().redirects().follow(false).header("X-Forwarded-For", "203.0.113.9").header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "arena.example").get(arena.url() + "/sign-on").then().statusCode(302)
                .header("Location", containsString("redirect_uri=https%3A%2F%2Farena.example%2Fsign-on&"))
                .header("Set-Cookie", containsString("Secure"));
    }

    @ParameterizedTest
    @CsvSource({ "en, Sign in with Company", "ja, Company" })
    void pagesOfSigningOn_areCleanInAllLooks(String language, String signOn) {
        Page battle = Browsers.newcomer(CHROMIUM.browser(), arena.url(), language, 1280, "/method");
        List<String> errors = new ArrayList<>();
        battle.onPageError(errors::add);
        battle.navigate(arena.url() + "/");
        Looks.check(battle);
        battle.locator("a[href='/desk/sign-in?to=/']").click();
        battle.waitForURL("**/desk/sign-in?to=/");
        assertThat(battle.locator("a.button.primary").innerText()).contains(signOn);
        Looks.check(battle);
        battle.navigate(arena.url() + "/desk/sign-in?error=access_denied");
        assertThat(battle.locator("[role=alert].notice").innerText()).isNotBlank();
        Looks.check(battle);
        assertThat(errors).isEmpty();
    }
}
