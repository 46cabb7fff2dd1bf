package org.dohyo.web;

import java.util.Locale;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.leaderboard.page.BoardQuery;

/** How a program takes the leaderboard's data. */
public enum Format {
    JSON(MediaType.APPLICATION_JSON_TYPE),
    CSV(new MediaType("text", "csv", "utf-8"));

    public static final String TEXT_CSV = "text/csv";

    private final MediaType type;

    Format(MediaType type) {
        this.type = type;
    }

    public MediaType type() {
        return type;
    }

    /** Weak, for it stands for the same text whether it is sent compressed or not. */
    public EntityTag tag(String version) {
        return new EntityTag(version + name().charAt(0), true);
    }

    /**
     * @param asked the parameter {@code format}, null where there is none: then the header {@code Accept} decides
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 where there is no such format
     */
    public static Format of(String asked, HttpHeaders headers) {
        BoardQuery.check("format", asked == null || asked.equals("csv") || asked.equals("json"), "must be json or csv");
        if (asked != null) {
            return valueOf(asked.toUpperCase(Locale.ROOT));
        }
        MediaType first = headers.getAcceptableMediaTypes().get(0);
        return first.isCompatible(CSV.type) && !first.isWildcardType() ? CSV : JSON;
    }
}
