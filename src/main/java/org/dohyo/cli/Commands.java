package org.dohyo.cli;

import java.io.PrintWriter;
import java.util.Objects;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sub-commands of the jar: a thin client of a running arena for scripts, backups, and verification. */
@Command(name = "dohyo", subcommands = { ModelsCommand.class,
        SecretsCommand.class, ImportCommand.class, ExportCommand.class, BackupCommand.class,
        RestoreCommand.class, VerifyCommand.class, CompareCommand.class }, mixinStandardHelpOptions = true,
        versionProvider = Commands.Version.class,
        description = "Without any argument the arena starts. Its settings are environment variables, "
                + "or system properties (-D) before -jar.")
public final class Commands {

    /**
     * The arena's address and the caller. The password isn't an argument, because other users of the machine could read
     * it; a token may be one, since it can be revoked.
     */
    static final class Target {

        @Option(names = "--url", defaultValue = "${env:DOHYO_URL:-http://localhost:8080}",
                description = "the arena (DOHYO_URL; ${DEFAULT-VALUE})")
        String url;

        @Option(names = "--user", defaultValue = "${env:DOHYO_USER:-admin}",
                description = "who calls without a token (DOHYO_USER; ${DEFAULT-VALUE}); "
                        + "the password is read from DOHYO_PASSWORD")
        String user;

        @Option(names = "--token", defaultValue = "${env:DOHYO_TOKEN}",
                description = "an API token (DOHYO_TOKEN, which other users of the machine can't read)")
        String token;

        ArenaCalls calls() {
            return token == null || token.isBlank()
                    ? ArenaCalls.byPassword(url, user, System.getenv().getOrDefault("DOHYO_PASSWORD", ""))
                    : ArenaCalls.byToken(url, token.strip());
        }
    }

    private Commands() {
    }

    /** That of this build. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] { "dohyo " + Objects.requireNonNullElse(
                    Commands.class.getPackage().getImplementationVersion(), "(not packaged)") };
        }
    }

    /**
     * Runs a command; returns the exit code: 0 done, 1 refused or failed, 2 called wrongly; {@link VerifyCommand} and
     * {@link CompareCommand} have codes of their own. An unknown word or option is one that was mistyped: it is refused
     * here and never starts an arena, which would take a port and make files.
     */
    public static int run(String... arguments) {
        return line().execute(arguments);
    }

    static CommandLine line() {
        return new CommandLine(new Commands()).setExecutionExceptionHandler((e, line, result) -> {
            PrintWriter err = line.getErr();
            err.println(e.getMessage());
            err.flush();
            return 1;
        }).setParameterExceptionHandler((e, arguments) -> misused(e));
    }

    /** Picocli prints the usage only if it has no similar word to propose. */
    private static int misused(CommandLine.ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        line.usage(err);
        err.flush();
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }
}
