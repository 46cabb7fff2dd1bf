package org.dohyo.web.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.vertx.core.MultiMap;

/** The forms in which proxies pass on where a call came from. */
public enum ForwardHeader {

    /** {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}. */
    X_FORWARDED("X-Forwarded-For") {

        @Override
        List<Hop> hops(MultiMap headers) {
            Optional<String> scheme = last(headers, "X-Forwarded-Proto");
            Optional<String> host = last(headers, "X-Forwarded-Host");
            List<Hop> hops = elements(headers, "X-Forwarded-For").map(address -> new Hop(address, scheme, host))
                    .toList();
            return hops.isEmpty() && (scheme.isPresent() || host.isPresent())
                    ? List.of(new Hop(Hop.UNKNOWN.address(), scheme, host))
                    : hops;
        }
    },

    /** RFC 7239: each proxy appends the address, scheme and host of the call that it received. */
    FORWARDED("Forwarded") {

        @Override
        List<Hop> hops(MultiMap headers) {
            List<Hop> hops = new ArrayList<>();
            for (String line : headers.getAll("Forwarded")) {
                if (!LINE.matcher(line).matches()) {
                    // Quotes may hide where one proxy's part ends and the next begins: none of the line is believed.
                    hops.add(Hop.UNKNOWN);
                } else {
                    line(line, hops);
                }
            }
            return hops;
        }

        private void line(String line, List<Hop> hops) {
            Hop hop = Hop.UNKNOWN;
            Matcher pair = PAIR.matcher(line);
            while (pair.find()) {
                hop = hop.with(pair.group(1).toLowerCase(Locale.ROOT), unquoted(pair.group(2)));
                if (pair.end() == line.length() || line.charAt(pair.end()) == ',') {
                    hops.add(hop);
                    hop = Hop.UNKNOWN;
                }
            }
        }
    };

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String VALUE = "(?:" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*+\")";
    private static final Pattern LINE = Pattern
            .compile("\\s*+" + TOKEN + "=" + VALUE + "(?:\\s*+[;,]\\s*+" + TOKEN + "=" + VALUE + ")*+\\s*+");
    private static final Pattern PAIR = Pattern.compile("(" + TOKEN + ")=(" + VALUE + ")\\s*+");

    private final String header;

    ForwardHeader(String header) {
        this.header = header;
    }

    /** The name of the header that lists the addresses. */
    String header() {
        return header;
    }

    /**
     * In the order of the headers: the client's own claims first, the nearest proxy's last. Empty for a direct call.
     */
    abstract List<Hop> hops(MultiMap headers);

    /**
     * One step of the call's way.
     *
     * @param address as the proxy wrote it, perhaps with a port; it may be no address
     * @param scheme of the call that the proxy received, if it says so
     * @param host with the port, if the proxy says so
     */
    record Hop(String address, Optional<String> scheme, Optional<String> host) {

        static final Hop UNKNOWN = new Hop("unknown", Optional.empty(), Optional.empty());

        Hop with(String parameter, String value) {
            return switch (parameter) {
                case "for" -> new Hop(value, scheme, host);
                case "proto" -> new Hop(address, Optional.of(value), host);
                case "host" -> new Hop(address, scheme, Optional.of(value));
                default -> this;
            };
        }
    }

    private static Stream<String> elements(MultiMap headers, String name) {
        return headers.getAll(name).stream().flatMap(line -> Stream.of(line.split(",", -1))).map(String::strip);
    }

    private static Optional<String> last(MultiMap headers, String name) {
        return elements(headers, name).reduce((before, after) -> after).filter(value -> !value.isEmpty());
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }
}
