package org.dohyo.model.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.dohyo.web.ParameterPlace;

/**
 * The models that the desk's list shows.
 *
 * @param text part of a name or slug, in any case; empty for any
 * @param all also those that battles can't draw; a text finds them anyway
 */
public record ModelSearch(String text, boolean all) {

    private static final int MOST_CHARACTERS = 200;

    /** @throws org.dohyo.web.Refusal 400 if the text is too long */
    static ModelSearch of(String text, boolean all) {
        ParameterPlace.QUERY.check("q", text.length() <= MOST_CHARACTERS,
                words -> words.longest(MOST_CHARACTERS));
        return new ModelSearch(text.strip(), all);
    }

    public boolean searched() {
        return !text.isEmpty();
    }

    /** True if models without an endpoint and retired ones are among those that fit. */
    boolean idleToo() {
        return all || searched();
    }

    /** The query string of the page after that slug. */
    String query(String after) {
        return (searched() ? "q=" + encoded(text) + "&" : "") + (all ? "all=true&" : "") + "after=" + encoded(after);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
