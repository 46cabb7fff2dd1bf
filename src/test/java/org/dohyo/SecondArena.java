package org.dohyo;

import java.util.Map;

import org.dohyo.provider.OpenAiServer;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A second application, with a database of its own, for tests that would disturb the others or be disturbed by them. It
 * speaks German, too. Its classes follow each other in any order on the one database: each counts from what is there.
 */
public class SecondArena implements QuarkusTestProfile {

    /** The one endpoint on this machine that its discovery finds. */
    public static final OpenAiServer LOCAL = new OpenAiServer();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.locales", "en,ja,de", "dohyo.discovery.ports", "9," + LOCAL.url().getPort());
    }
}
