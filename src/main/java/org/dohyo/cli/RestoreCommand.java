package org.dohyo.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.dohyo.backup.Restore;
import org.dohyo.start.StartSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "restore", mixinStandardHelpOptions = true,
        description = "Writes a backup into an empty data directory or database. Reads the same settings as a start.")
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "the directory of the backup")
    private Path directory;

    @Override
    public Integer call() {
        Restore.Restored restored = Restore.restore(StartSettings.read(), directory);
        System.out.printf("restored: %d rows, a log of %d entries%n", restored.rows(), restored.votes());
        if (restored.keyMissing()) {
            System.out.println(
                    "There is no key file: if API keys are stored, put secret.key into the data directory or set DOHYO_SECRET_KEY.");
        }
        return 0;
    }
}
