package org.dohyo.log.tree;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a log states when it signs: its tree's size and root (C2SP tlog-checkpoint).
 *
 * @param origin the log's own name
 * @param extensions further lines, without a meaning here
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final String SIZE = "0|[1-9]\\d{0,18}";
    private static final int LINES = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (Stream.concat(Stream.of(origin), extensions.stream()).anyMatch(line -> line.isEmpty()
                || line.contains("\n")) || size < 0) {
            throw new LogFormatException("a checkpoint has an origin and no empty line");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /**
     * Reads the text of a note.
     *
     * @throws LogFormatException if it isn't a checkpoint
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length <= LINES || !lines[lines.length - 1].isEmpty()) {
            throw new LogFormatException("a checkpoint is an origin, a size and a root, each with a newline");
        }
        return new Checkpoint(lines[0], number(lines[1], "a checkpoint's size"), Hash.ofBase64(lines[2]),
                Arrays.asList(lines).subList(LINES, lines.length - 1));
    }

    /** The text that is signed. */
    public String text() {
        return Stream.concat(Stream.of(origin, Long.toString(size), root.base64()), extensions.stream())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static long number(String digits, String what) {
        try {
            if (digits.matches(SIZE)) {
                return Long.parseLong(digits);
            }
        } catch (NumberFormatException e) {
            // Beyond the largest number: the same message.
        }
        throw new LogFormatException(what + " must be a number without leading zeros");
    }
}
