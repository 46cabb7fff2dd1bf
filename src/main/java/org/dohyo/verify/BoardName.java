package org.dohyo.verify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A board that an arena publishes. */
record BoardName(String category, Kind kind) {

    /** How its ratings are computed. */
    enum Kind {

        BY_VOTERS("bt", "voters", false, "5", "by voters"),
        BY_VOTES("bt", "votes", false, "5", "by votes"),
        ELO("elo", "votes", false, "4", "online Elo"),
        STYLED("bt", "votes", true, "5", "style held constant"),
        BY_PROMPTS("bt", "prompts", false, "5", "by prompts"),
        FIRST_USES("bt", "first-use", false, "5", "first uses of suggested prompts");

        private final String method;
        private final String weights;
        private final boolean styled;
        private final String version;
        private final String title;

        Kind(String method, String weights, boolean styled, String version, String title) {
            this.method = method;
            this.weights = weights;
            this.styled = styled;
            this.version = version;
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

        /** The version of the method, and with it the order of sums, that {@link Recomputation} follows. */
        String version() {
            return version;
        }

        /** True for boards that follow some time after a vote. */
        boolean late() {
            return this == STYLED || this == BY_PROMPTS || this == FIRST_USES;
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
