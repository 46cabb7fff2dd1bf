package org.dohyo.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The vectors of another project: see {@code log/merkle/README.md}. */
class MerkleVectorsTest {

    private static final JsonNode VECTORS = read();

    private static JsonNode read() {
        try (InputStream file = MerkleVectorsTest.class.getResourceAsStream("/log/merkle/vectors.json")) {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void allVectorsAreThere() {
        assertThat(VECTORS.get("inclusion")).hasSize(98);
        assertThat(VECTORS.get("consistency")).hasSize(98);
    }

    @TestFactory
    Stream<DynamicTest> inclusion() {
        return vectors("inclusion", vector -> new InclusionProof(number(vector, "leafIdx"), number(vector, "treeSize"),
                hashes(vector)).verifies(hash(vector, "leafHash"), hash(vector, "root")));
    }

    @TestFactory
    Stream<DynamicTest> consistency() {
        return vectors("consistency", vector -> new ConsistencyProof(number(vector, "size1"), number(vector, "size2"),
                hashes(vector)).verifies(hash(vector, "root1"), hash(vector, "root2")));
    }

    /** Hashes of a wrong length are refused before any proof is made of them. */
    private interface Verification {
        boolean accepts(JsonNode vector);
    }

    private static Stream<DynamicTest> vectors(String kind, Verification verification) {
        return StreamSupport.stream(VECTORS.get(kind).spliterator(), false)
                .map(vector -> DynamicTest.dynamicTest(vector.get("file").asText(), () -> {
                    boolean accepted;
                    try {
                        accepted = verification.accepts(vector);
                    } catch (LogFormatException e) {
                        accepted = false;
                    }
                    assertThat(accepted).isEqualTo(!vector.get("wantErr").asBoolean());
                }));
    }

    /** Numbers are unsigned in the vectors: the largest ones are negative here. */
    private static long number(JsonNode vector, String field) {
        return vector.get(field).bigIntegerValue().longValue();
    }

    /** Where a vector says of a root only "don't care 1", any hash of its own stands for it. */
    private static Hash hash(JsonNode vector, String field) {
        byte[] bytes = Base64.getDecoder().decode(vector.get(field).asText());
        boolean any = new String(bytes, StandardCharsets.US_ASCII).startsWith("don't care");
        return any ? Hash.ofLeaf(bytes) : Hash.of(bytes);
    }

    private static List<Hash> hashes(JsonNode vector) {
        List<Hash> hashes = new ArrayList<>();
        vector.get("proof").forEach(hash -> hashes.add(Hash.of(Base64.getDecoder().decode(hash.asText()))));
        return hashes;
    }
}
