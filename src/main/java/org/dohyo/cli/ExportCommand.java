package org.dohyo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "export", mixinStandardHelpOptions = true,
        description = "Writes the votes of a running arena to a file, and beside it FILE.report.json, which counts the "
                + "votes that the format can't carry. Both appear once they are complete.")
final class ExportCommand implements Callable<Integer> {

    private static final String REPORT = "report.json";

    @Mixin
    private Commands.Target target;

    @Option(names = "--format", required = true,
            description = "fastchat, lmarena-140k, trl-preference, trl-preference-implicit, kto, hh-rlhf, rewardbench, "
                    + "argilla or csv")
    private String format;

    @Option(names = { "-o", "--output" }, required = true, paramLabel = "FILE", description = "the file to write")
    private Path output;

    @Option(names = "--file", description = "the kind of file: jsonl, csv or parquet; the usual one by default")
    private String file;

    @Option(names = "--category", description = "a category's slug")
    private String category;

    @Option(names = "--language", description = "such as ja or Japanese")
    private String language;

    @Option(names = "--from", description = "a day in UTC or a time, included")
    private String from;

    @Option(names = "--to", description = "a day in UTC, included, or a time, excluded")
    private String to;

    @Option(names = "--counted", description = "only votes that are in the ratings")
    private boolean counted;

    @Option(names = "--texts", description = "with prompts and answers; needs the role admin")
    private boolean texts;

    @Option(names = "--reasons", description = "with reasons and comments")
    private boolean reasons;

    @Override
    public Integer call() {
        target.calls().download("votes/export?" + query(), this::write);
        return 0;
    }

    private String query() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("format", format);
        parameters.put("file", file);
        parameters.put("category", category);
        parameters.put("language", language);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("counted", counted);
        parameters.put("texts", texts);
        parameters.put("reasons", reasons);
        return ArenaCalls.query(parameters);
    }

    private void write(InputStream body) throws IOException {
        try {
            unpack(body);
        } catch (FileSystemException e) {
            throw new IllegalStateException("The file " + output + " can't be written" + reason(e) + ".", e);
        }
    }

    private static String reason(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return ": its directory doesn't exist";
        }
        if (failure instanceof AccessDeniedException) {
            return ": permission denied";
        }
        return failure.getReason() == null ? "" : ": " + failure.getReason();
    }

    private void unpack(InputStream body) throws IOException {
        Path report = beside("." + REPORT);
        Path unfinished = beside(".part");
        JsonNode counts = null;
        try (ZipInputStream archive = new ZipInputStream(body)) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().equals(REPORT)) {
                    counts = new ObjectMapper().readTree(archive.readAllBytes());
                } else {
                    Files.copy(archive, unfinished, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (counts == null) {
                throw new IOException("the archive has no report");
            }
            Files.writeString(report, counts.toPrettyString() + "\n");
            Files.move(unfinished, output, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        System.out.println("votes: " + counts.path("votes").asLong() + ", records: " + counts.path("records").asLong()
                + ", left out: " + counts.path("leftOut"));
    }

    private Path beside(String ending) {
        return output.resolveSibling(output.getFileName() + ending);
    }
}
