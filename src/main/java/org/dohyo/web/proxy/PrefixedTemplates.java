package org.dohyo.web.proxy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.quarkus.qute.ParserHelper;
import io.quarkus.qute.ParserHook;

/**
 * Puts the public path before every address in the templates, once, when they are read at the start. Templates write
 * the arena's own paths, as literals or as values: an attribute that holds an address leads nowhere else. Scripts get
 * the path by {@code data-home}, and by an import map for the parts of a bundle, which name each other from the root.
 */
@Singleton
public class PrefixedTemplates implements ParserHook {

    private static final Pattern ADDRESS = Pattern.compile("(\\s(?:href|src|action)=\")(?=/(?!/)|\\{(?!#))");
    private static final Pattern HEAD = Pattern.compile("<html(?= )([^>]*>\\s*<head>)");
    private static final String BUNDLES = "/static/bundle/";

    private final PublicPath path;

    PrefixedTemplates(PublicPath path) {
        this.path = path;
    }

    @Override
    public void beforeParsing(ParserHelper parser) {
        if (!path.isRoot()) {
            parser.addContentFilter(this::prefixed);
        }
    }

    String prefixed(String template) {
        String home = Matcher.quoteReplacement(path.of(""));
        String map = Matcher.quoteReplacement(importMap(path).replace("{", "\\{").replace("}", "\\}"));
        String addressed = ADDRESS.matcher(template).replaceAll("$1" + home);
        return HEAD.matcher(addressed).replaceAll(
                "<html data-home=\"" + home + "\"$1<script type=\"importmap\">" + map + "</script>");
    }

    /** The content of the one inline script that a page has below a path; the security policy allows it by its hash. */
    public static String importMap(PublicPath path) {
        return "{\"imports\":{\"" + BUNDLES + "\":\"" + path.of(BUNDLES) + "\"}}";
    }
}
