package org.dohyo.web;

import java.util.List;
import java.util.Locale;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** The formats in which data is offered to programs. */
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

    /** A weak tag, for the text is the same whether it is sent compressed or not. */
    public EntityTag tag(String version) {
        return new EntityTag(version + name().charAt(0), true);
    }

    /**
     * @param parameter the query parameter {@code format}; if null, the header {@code Accept} decides
     * @throws Refusal 400 if there is no such format
     */
    public static Format of(String parameter, HttpHeaders headers) {
        ParameterPlace.QUERY.check("format", parameter == null || parameter.equals("csv") || parameter.equals("json"),
                List.of("json", "csv"));
        if (parameter != null) {
            return valueOf(parameter.toUpperCase(Locale.ROOT));
        }
        MediaType first = headers.getAcceptableMediaTypes().get(0);
        return first.isCompatible(CSV.type) && !first.isWildcardType() ? CSV : JSON;
    }
}
