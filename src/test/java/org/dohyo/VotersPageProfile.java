package org.dohyo;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A database apart, and more battles than people fight: shared by the tests of what a voter meets. */
public class VotersPageProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("dohyo.battle.per-voter-and-hour", "1000", "dohyo.battle.per-network-and-hour", "10000",
                "dohyo.battle.streaming-per-voter", "20");
    }
}
