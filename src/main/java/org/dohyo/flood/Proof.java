package org.dohyo.flood;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The solution of a challenge, as ALTCHA's clients send it; further members, such as the time it took, are ignored. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Proof(String algorithm, String challenge, long number, String salt, String signature) {

    private static final int MOST_CHARACTERS = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty if the text isn't base64 of such an object. */
    static Optional<Proof> read(String text) {
        try {
            return text.length() > MOST_CHARACTERS ? Optional.empty()
                    : Optional.ofNullable(JSON.readValue(Base64.getDecoder().decode(text), Proof.class))
                            .filter(Proof::whole);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean whole() {
        return algorithm != null && challenge != null && salt != null && signature != null && number >= 0;
    }
}
