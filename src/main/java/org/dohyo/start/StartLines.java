package org.dohyo.start;

import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The lines that the start prints beside the log: texts for a person or, where the log is JSON, objects like the log's,
 * so that a program which reads the output finds nothing else in it.
 */
public enum StartLines {
    TEXT {
        @Override
        String of(String level, String message) {
            return message + "\n";
        }

        @Override
        String ready(Ready ready) {
            return """

                    %s
                      Arena   %s
                      Desk    %s
                      Data    %s
                    %s
                    """.formatted(title(), ready.arena, ready.desk, ready.data,
                    ready.notices.stream().map(line -> "  " + line + "\n").collect(Collectors.joining()));
        }
    },
    JSON {
        @Override
        String of(String level, String message) {
            return line(level, message, Map.of());
        }

        @Override
        String ready(Ready ready) {
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("arena", ready.arena);
            more.put("desk", ready.desk);
            more.put("data", ready.data);
            more.put("notices", ready.notices);
            return line("INFO", "Dohyo is ready", more);
        }

        private String line(String level, String message, Map<String, Object> more) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("timestamp", Instant.now().toString());
            line.put("level", level);
            line.put("loggerName", "org.dohyo.start");
            line.put("message", message);
            line.putAll(more);
            try {
                return MAPPER.writeValueAsString(line) + "\n";
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** @param notices may contain a one-time link */
    record Ready(String arena, String desk, String data, List<String> notices) {
    }

    static StartLines of(boolean json) {
        return json ? JSON : TEXT;
    }

    /** A sentence as a line. */
    abstract String of(String level, String message);

    /** Where the running arena is and what is left to do. */
    abstract String ready(Ready ready);

    /** Prints a sentence to the standard output. */
    void say(String message) {
        System.out.print(of("INFO", message));
    }

    /** Prints a sentence to the standard error output. */
    public void complain(String message) {
        System.err.print(of("ERROR", message));
    }

    /** A terminal without Japanese characters would show question marks. */
    private static String title() {
        String name = "Dohyo 土俵";
        return Charset.defaultCharset().newEncoder().canEncode(name) ? name : "Dohyo";
    }
}
