package org.dohyo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.dohyo.log.tree.LogFormatException;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.VerifierKey;
import org.dohyo.verify.FolderSource;
import org.dohyo.verify.HttpSource;
import org.dohyo.verify.Progress;
import org.dohyo.verify.ProjectSource;
import org.dohyo.verify.Report;
import org.dohyo.verify.SavingSource;
import org.dohyo.verify.SeenLogs;
import org.dohyo.verify.Source;
import org.dohyo.verify.Verification;
import org.dohyo.verify.Witness;

import com.fasterxml.jackson.databind.ObjectMapper;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "verify", mixinStandardHelpOptions = true, exitCodeOnInvalidInput = VerifyCommand.NOT_RUN,
        description = "Verifies an arena without its database: the signed log, receipts, and each published board "
                + "recomputed from the log to the last bit.",
        footer = "Exit codes: 0 all right, 1 something is wrong, 2 the log contradicts what it has signed before "
                + "(both checkpoints are printed), 3 nothing could be verified.")
final class VerifyCommand implements Callable<Integer> {

    static final int NOT_RUN = 3;
    private static final int LONGEST_RECEIPT = 1 << 18;
    private static final int BAR = 30;
    private static final Clock CLOCK = Clock.systemUTC();

    @Parameters(paramLabel = "URL|DIR", arity = "0..1", description = "the arena, or a folder made by --save")
    private String place;

    @Option(names = "--receipt", paramLabel = "FILE",
            description = "also verifies a receipt or a promise; without URL|DIR no network is needed")
    private List<Path> receipts = new ArrayList<>();

    @Option(names = "--key", paramLabel = "KEY",
            description = "a verifier key of the log from elsewhere: then only such keys are accepted")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--state", paramLabel = "FILE",
            description = "remembers the last checkpoint of each log (~/.local/state/dohyo/verify.json)")
    private Path state;

    @Option(names = "--save", paramLabel = "DIR", description = "keeps copies of all files that are read")
    private Path save;

    @Option(names = "--log-only", description = "leaves the boards out")
    private boolean logOnly;

    @Option(names = "--project", paramLabel = "SLUG",
            description = "the log and boards of this project instead of the arena's; needs --token")
    private String project;

    @Option(names = "--token", defaultValue = "${env:DOHYO_TOKEN}",
            description = "an API token with the scope projects:read (DOHYO_TOKEN); sent only with --project")
    private String token;

    @Option(names = "--json", description = "prints the result as JSON")
    private boolean json;

    @Mixin
    private WitnessOptions witnessing = new WitnessOptions();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        if (place == null && receipts.isEmpty() && !witnessing.given()) {
            throw new ParameterException(command.commandLine(), "Give an address, a folder, --receipt or --witness.");
        }
        try (Witness witness = witnessing.open(CLOCK)) {
            int code = place == null && receipts.isEmpty() ? 0 : verify(witness);
            if (code == 0 && witness != null) {
                attest(witness);
            }
            return code;
        } catch (Source.UnreachableException | IOException e) {
            err().println(e.getMessage());
            return NOT_RUN;
        } catch (LogFormatException | IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage());
        }
    }

    private int verify(Witness witness) throws IOException {
        Verification verification = new Verification(source(), pinned(), SeenLogs.read(state()), progress(), CLOCK);
        verification.witness(witness);
        for (Path file : receipts) {
            if (Files.size(file) > LONGEST_RECEIPT) {
                throw new IOException(file + " is too long for a receipt");
            }
            verification.receipt(file.toString(), Files.readAllBytes(file));
        }
        Report report = verification.run(!logOnly);
        print(report, verification.cosigned());
        return switch (report.outcome()) {
            case OK, NOTE -> 0;
            case FAILED -> 1;
            case FORK -> 2;
        };
    }

    private List<VerifierKey> pinned() {
        return keys.stream().map(VerifierKey::parse).toList();
    }

    private void attest(Witness witness) {
        PrintWriter out = command.commandLine().getOut();
        if (place == null && !witnessing.serves()) {
            out.println(witness.key().text());
            out.flush();
        }
        witnessing.serve(witness, pinned(), out);
    }

    private Source source() {
        if (place == null) {
            return null;
        }
        Source source = place.matches("https?://.*") ? new HttpSource(place, project == null ? null : token())
                : new FolderSource(folder());
        Source kept = save == null ? source : new SavingSource(source, save);
        return project == null ? kept : new ProjectSource(kept, project);
    }

    private String token() {
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException("--project needs an API token: --token or DOHYO_TOKEN.");
        }
        return token.strip();
    }

    private Path folder() {
        Path folder = Path.of(place);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(place + " is neither an address nor a folder");
        }
        return folder.toAbsolutePath().normalize();
    }

    private Path state() {
        String home = System.getenv("XDG_STATE_HOME");
        Path states = home == null || home.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(home);
        return state == null ? states.resolve("dohyo").resolve("verify.json") : state;
    }

    /** A bar where a person looks on. */
    private Progress progress() {
        if (System.console() == null || json) {
            return (done, all) -> {
            };
        }
        return (done, all) -> {
            int filled = (int) (BAR * done / all);
            err().print("\r[" + "#".repeat(filled) + " ".repeat(BAR - filled) + "] " + 100 * done / all + "% of " + all
                    + " entries" + (done == all ? "\n" : ""));
            err().flush();
        };
    }

    private void print(Report report, SignedNote cosigned) throws IOException {
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("outcome", report.outcome().label());
            result.put("log", report.log());
            result.put("findings", report.findings().stream().map(VerifyCommand::members).toList());
            if (cosigned != null) {
                result.put("cosigned", cosigned.toString());
            }
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(result));
        } else {
            if (report.log() != null) {
                out.printf("%s, %d entries, root %s%n", report.log().origin(), report.log().size(),
                        report.log().root());
            }
            report.findings().forEach(finding -> out.printf("%-6s  %-11s  %s%n",
                    finding.outcome().label().toUpperCase(Locale.ROOT), finding.check(), finding.text()));
        }
        if (cosigned != null) {
            witnessing.keep(cosigned, json ? null : out);
        }
        out.flush();
    }

    private static Map<String, String> members(Report.Finding finding) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("check", finding.check());
        members.put("outcome", finding.outcome().label());
        members.put("text", finding.text());
        return members;
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }
}
