package org.dohyo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "import", mixinStandardHelpOptions = true,
        description = "Imports a file of votes into a running arena and prints the report. If a record is invalid, nothing "
                + "is stored, the records are named, and the exit code is 1.")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private Commands.Target target;

    @Parameters(paramLabel = "FILE",
            description = "JSON, JSON Lines, CSV or Parquet, also packed with gzip or Zstandard")
    private Path file;

    @Option(names = "--format", description = "the file's format, such as fastchat; it is recognised by default")
    private String format;

    @Option(names = "--source",
            description = "who compared, in place of what the format says: person, judge or inferred")
    private String source;

    @Option(names = "--skip-invalid", description = "leaves invalid records out instead of refusing the file")
    private boolean skipInvalid;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalStateException("The file " + file + " can't be read.");
        }
        try {
            report(target.calls().upload("votes/import?" + query(), file));
            return 0;
        } catch (ArenaCalls.RefusedException e) {
            PrintWriter err = command.commandLine().getErr();
            err.println(e.getMessage());
            print(e.problem().path("errors"), err);
            return 1;
        }
    }

    private String query() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("format", format);
        parameters.put("source", source);
        parameters.put("skipInvalid", skipInvalid);
        return ArenaCalls.query(parameters);
    }

    private void report(JsonNode report) {
        PrintWriter out = command.commandLine().getOut();
        out.println("read: " + report.path("read").asLong() + ", imported: " + report.path("imported").asLong()
                + ", duplicates: " + report.path("duplicates").asLong() + ", skipped: "
                + report.path("skipped").asLong());
        print(report.path("errors"), out);
        print(report.path("conflicts"), out);
    }

    private static void print(JsonNode errors, PrintWriter out) {
        errors.forEach(error -> out.println(place(error) + ": " + error.path("reason").asText()));
        out.flush();
    }

    /** Number 0 is the file as a whole. */
    private static String place(JsonNode error) {
        long record = error.path("record").asLong();
        String field = error.path("field").asText("");
        return record == 0 ? "the file" : "record " + record + (field.isEmpty() ? "" : " " + field);
    }
}
