package org.dohyo.log.witness;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Who is asked to sign the log. */
@ConfigMapping(prefix = "dohyo.log")
interface WitnessConfig {

    /**
     * Witnesses that are asked to sign each checkpoint of the log, separated by commas: for each the text of its key
     * (C2SP signed-note, of the type 4), a space, and the URL below which it has {@code add-checkpoint}. A witness has
     * to know the log's key, which {@code /api/log/keys} shows. More witnesses make it harder to show different logs to
     * different readers.
     */
    Optional<List<String>> witnesses();
}
