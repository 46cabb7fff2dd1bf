package org.dohyo.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.dohyo.log.tree.LogFormatException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The log of a project as if it were the log of an arena, with the project's boards. What the caller may not read is
 * out of reach: to strangers, a project isn't there.
 */
public final class ProjectSource implements Source {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,63}");
    private static final String CHECKPOINT = "log/checkpoint";
    /** How the path of a board begins. */
    static final String BOARD = "board?";
    private static final String KEYS = "api/log/keys";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Source arena;
    private final String slug;

    /**
     * @param arena with all that its interface serves
     * @throws IllegalArgumentException if it isn't a project's short name
     */
    public ProjectSource(Source arena, String slug) {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("not a project's short name: " + slug);
        }
        this.arena = arena;
        this.slug = slug;
    }

    @Override
    public byte[] read(String path, int most) {
        if (path.equals(KEYS)) {
            return keys(most);
        }
        try {
            return arena.read((path.startsWith(BOARD) ? "api/projects/" : "api/admin/projects/") + slug + "/" + path,
                    most);
        } catch (MissingException e) {
            if (path.equals(CHECKPOINT)) {
                throw new UnreachableException("There is no project " + slug
                        + " that may be read here, or nobody has judged in it yet (" + e.getMessage() + ").");
            }
            throw e;
        }
    }

    /** The key that the log is signed by, as a list of keys. */
    private byte[] keys(int most) {
        try {
            JsonNode log = JSON.readTree(arena.read("api/admin/projects/" + slug + "/log?limit=1", most));
            return JSON.createArrayNode().add(JSON.createObjectNode().set("key", log.path("key"))).toString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LogFormatException("the project's key isn't JSON");
        }
    }

    @Override
    public String address() {
        return arena.address() + "#" + slug;
    }

    @Override
    public boolean live() {
        return arena.live();
    }
}
