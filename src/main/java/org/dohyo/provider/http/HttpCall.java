package org.dohyo.provider.http;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A POST as it is to be sent; keys are among its headers. */
public record HttpCall(URI url, Map<String, String> headers, byte[] body) {

    /** The base URL with a path below it; a query of the base stays, before one of the path. */
    public static URI below(URI base, String path) {
        String root = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
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
