package org.dohyo.provider.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Puts names into a URL's path. */
public final class PathSegments {

    private PathSegments() {
    }

    /** One segment, a slash included. */
    public static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E",
                "~");
    }

    /** Several segments with slashes between them. */
    public static String encodeEach(String names) {
        return Arrays.stream(names.split("/", -1)).map(PathSegments::encode).collect(Collectors.joining("/"));
    }
}
