package org.dohyo.voter;

import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders the Markdown of terms as HTML. HTML in the Markdown is escaped. */
final class TermsText {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private TermsText() {
    }

    static String html(String markdown) {
        return HTML.render(PARSER.parse(markdown));
    }
}
