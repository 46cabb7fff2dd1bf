package org.dohyo.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.dohyo.backup.Backup;
import org.dohyo.start.StartSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "backup", mixinStandardHelpOptions = true,
        description = "Copies the whole database into a directory, whether the arena runs or not. Reads the same settings as a start.")
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "a directory that doesn't exist yet")
    private Path directory;

    @Option(names = "--with-key",
            description = "also copies the key file: whoever has the backup can then read the stored API keys")
    private boolean withKey;

    @Override
    public Integer call() {
        Backup.Taken taken = Backup.take(StartSettings.read(), directory, withKey);
        System.out.printf("backed up: %d rows, a log of %d entries, in %s%n", taken.rows(), taken.votes(),
                taken.directory());
        System.out.println(key(taken));
        return 0;
    }

    private String key(Backup.Taken taken) {
        if (taken.key()) {
            return "The key file is in the backup: keep it as secret as the keys of your models.";
        }
        return withKey ? "There is no key file: with DOHYO_SECRET_KEY, keep that value yourself."
                : "The key file is not in the backup: keep it elsewhere (--with-key copies it too).";
    }
}
