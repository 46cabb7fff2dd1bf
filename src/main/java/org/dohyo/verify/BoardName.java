package org.dohyo.verify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A board that an arena publishes. */
record BoardName(String category, Kind kind) {

    /** How its ratings are computed. */
    enum Kind {

        BY_VOTERS("method=bt&weights=voters&styleControl=false", "by voters"),
        BY_VOTES("method=bt&weights=votes&styleControl=false", "by votes"),
        ELO("method=elo&weights=votes&styleControl=false", "online Elo"),
        STYLED("method=bt&weights=votes&styleControl=true", "style held constant");

        private final String query;
        private final String title;

        Kind(String query, String title) {
            this.query = query;
            this.title = title;
        }
    }

    /** Its address below the arena's. */
    String path() {
        return "api/leaderboard?category=" + URLEncoder.encode(category, StandardCharsets.UTF_8) + "&" + kind.query;
    }

    @Override
    public String toString() {
        return category + ", " + kind.title;
    }
}
