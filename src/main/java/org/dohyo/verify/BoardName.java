package org.dohyo.verify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A board that an arena publishes. */
record BoardName(String category, Kind kind) {

    /** How its ratings are computed. */
    enum Kind {

        BY_VOTERS("bt", "voters", false, "by voters"),
        BY_VOTES("bt", "votes", false, "by votes"),
        ELO("elo", "votes", false, "online Elo"),
        STYLED("bt", "votes", true, "style held constant");

        private final String method;
        private final String weights;
        private final boolean styled;
        private final String title;

        Kind(String method, String weights, boolean styled, String title) {
            this.method = method;
            this.weights = weights;
            this.styled = styled;
            this.title = title;
        }

        String method() {
            return method;
        }

        String weights() {
            return weights;
        }

        boolean styled() {
            return styled;
        }

        static Optional<Kind> of(String method, String weights, boolean styled) {
            return Arrays.stream(values()).filter(kind -> kind.method.equals(method) && kind.weights.equals(weights)
                    && kind.styled == styled).findFirst();
        }
    }

    /** Its address below the arena's. */
    String path() {
        return "api/leaderboard?category=" + URLEncoder.encode(category, StandardCharsets.UTF_8) + "&method="
                + kind.method + "&weights=" + kind.weights + "&styleControl=" + kind.styled;
    }

    @Override
    public String toString() {
        return category + ", " + kind.title;
    }
}
