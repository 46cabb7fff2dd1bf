package org.dohyo.text;

import java.util.Map;
import java.util.TreeMap;

import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/**
 * The style of a Markdown text.
 *
 * @param tokens by cl100k_base
 * @param headers count per level, h1 … h6
 * @param lists list items, ordered and unordered
 * @param bold strong emphases per delimiter
 */
public record StyleFeatures(int tokens, Map<String, Integer> headers, Map<String, Integer> lists,
        Map<String, Integer> bold) {

    private static final Parser PARSER = Parser.builder().build();

    public static StyleFeatures of(String markdown) {
        String text = markdown.length() <= Tokens.MAX_LENGTH ? markdown : markdown.substring(0, Tokens.MAX_LENGTH);
        Map<String, Integer> headers = zeros("h1", "h2", "h3", "h4", "h5", "h6");
        Map<String, Integer> lists = zeros("ordered", "unordered");
        Map<String, Integer> bold = zeros("**", "__");
        for (Node node = PARSER.parse(text); node != null; node = following(node)) {
            if (node instanceof Heading heading) {
                headers.merge("h" + heading.getLevel(), 1, Integer::sum);
            } else if (node instanceof ListItem) {
                lists.merge(node.getParent() instanceof BulletList ? "unordered" : "ordered", 1, Integer::sum);
            } else if (node instanceof StrongEmphasis strong) {
                bold.merge(strong.getOpeningDelimiter(), 1, Integer::sum);
            }
        }
        return new StyleFeatures(Tokens.count(text), headers, lists, bold);
    }

    /** In document order, without recursion: deep nesting must not cost stack. */
    private static Node following(Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != null && at.getNext() == null) {
            at = at.getParent();
        }
        return at == null ? null : at.getNext();
    }

    private static Map<String, Integer> zeros(String... keys) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String key : keys) {
            counts.put(key, 0);
        }
        return counts;
    }
}
