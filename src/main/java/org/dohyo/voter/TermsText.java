package org.dohyo.voter;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Writes terms as HTML. What an admin wrote as HTML is shown as text. */
final class TermsText {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private TermsText() {
    }

    static String html(String markdown) {
        return HTML.render(PARSER.parse(markdown));
    }
}
