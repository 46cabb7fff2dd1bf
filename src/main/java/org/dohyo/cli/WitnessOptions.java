package org.dohyo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.VerifierKey;
import org.dohyo.verify.Witness;
import org.dohyo.verify.WitnessServer;

import picocli.CommandLine.Option;

/** The options by which {@code verify} is a witness. */
final class WitnessOptions {

    @Option(names = "--witness", paramLabel = "FILE",
            description = "co-signs the checkpoint with the key in this file, which is made on first use; FILE.signed "
                    + "is what it has signed. Without URL|DIR it prints the key that verifies its signatures")
    private Path keyFile;

    @Option(names = "--witness-name", paramLabel = "NAME",
            description = "the name of a new key, such as witness.example/w1")
    private String name;

    @Option(names = "--cosigned", paramLabel = "FILE",
            description = "keeps the co-signed checkpoint here instead of printing it")
    private Path cosigned;

    @Option(names = "--serve", paramLabel = "[HOST:]PORT",
            description = "then serves add-checkpoint for the log that was verified, and for those of each --key")
    private String serve;

    boolean given() {
        return keyFile != null;
    }

    /**
     * Null if no witness is wanted.
     *
     * @throws IllegalArgumentException if an option is given that only a witness has
     */
    Witness open(Clock clock) {
        if (!given() && (name != null || cosigned != null || serve != null)) {
            throw new IllegalArgumentException("--witness-name, --cosigned and --serve belong to --witness");
        }
        return given() ? Witness.open(keyFile, name, clock) : null;
    }

    /**
     * Keeps or prints what was signed.
     *
     * @param out null to print nothing
     */
    void keep(SignedNote note, PrintWriter out) throws IOException {
        if (cosigned != null) {
            Files.writeString(cosigned, note.toString());
        } else if (out != null) {
            out.print("\n" + note);
        }
    }

    boolean serves() {
        return serve != null;
    }

    /** Serves until the process ends, if that is wanted. */
    void serve(Witness witness, List<VerifierKey> keys, PrintWriter out) {
        if (serve == null) {
            return;
        }
        witness.trust(keys);
        if (witness.origins().isEmpty()) {
            throw new IllegalArgumentException("--serve needs URL|DIR or --key: a witness signs logs that it knows");
        }
        URI address = URI.create("http://" + (serve.matches("\\d+") ? "127.0.0.1:" + serve : serve) + "/");
        if (address.getHost() == null || address.getPort() < 0) {
            throw new IllegalArgumentException("not [HOST:]PORT: " + serve);
        }
        try (WitnessServer server = WitnessServer.start(witness, address.getHost(), address.getPort())) {
            out.printf("%s%nserves add-checkpoint at http://%s:%d/ for %s%n", witness.key().text(), address.getHost(),
                    server.port(), String.join(", ", witness.origins()));
            out.flush();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
