package org.dohyo.log.witness;

import java.net.URI;
import java.util.Optional;

import org.dohyo.log.tree.CosignerKey;
import org.dohyo.log.tree.LogFormatException;
import org.dohyo.provider.http.AddressGuard;
import org.dohyo.support.StartFailure;

/** @param addCheckpoint where checkpoints are sent */
record Witness(CosignerKey key, URI addCheckpoint) {

    private static final String PATH = "add-checkpoint";

    /** @throws StartFailure if the setting isn't a key, a space and a URL */
    static Witness parse(String setting, AddressGuard guard) {
        String[] parts = setting.strip().split(" +");
        try {
            if (parts.length == 2) {
                URI url = URI.create(parts[1].endsWith("/") ? parts[1] : parts[1] + "/").resolve(PATH);
                Optional<String> malformed = guard.malformed(url);
                malformed.ifPresent(reason -> {
                    throw unusable(setting, "its URL " + reason);
                });
                return new Witness(CosignerKey.parse(parts[0]), url);
            }
        } catch (LogFormatException | IllegalArgumentException e) {
            throw unusable(setting, e.getMessage());
        }
        throw unusable(setting, "a witness is a key, a space and a URL");
    }

    private static StartFailure unusable(String setting, String reason) {
        return new StartFailure("dohyo.log.witnesses has a witness that can't be asked (%s): %s."
                .formatted(setting.strip(), reason));
    }
}
