package org.dohyo.provider.http;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A POST as it is to be sent; keys are among its headers. */
public record HttpCall(URI url, Map<String, String> headers, byte[] body) {

    /** The paths that the protocols add to a base URL, and that people paste along with it. */
    private static final Pattern PASTED = Pattern
            .compile("(?:/chat/completions|/completions|/messages|/responses|/generate_stream|/generate)?/*$");

    /**
     * The base URL with a path below it; a query of the base stays, before one of the path. A base that already ends
     * with a protocol's path is taken without it.
     */
    public static URI below(URI base, String path) {
        String root = base.getRawPath() == null ? "" : PASTED.matcher(base.getRawPath()).replaceFirst("");
        String[] parts = path.split("\\?", 2);
        String query = Stream.of(base.getRawQuery(), parts.length < 2 ? null : parts[1]).filter(Objects::nonNull)
                .collect(Collectors.joining("&"));
        return base.resolve(root + parts[0] + (query.isEmpty() ? "" : "?" + query));
    }

    @Override
    public String toString() {
        return "POST " + url;
    }
}
