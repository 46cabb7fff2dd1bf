package org.dohyo.provider.stream;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tags by which models mark reasoning within their text. Models write them in any case and some with attributes.
 *
 * @param certain false for plain words, which mean something only if the second one comes too
 */
record ThoughtTags(Pattern open, Pattern close, boolean certain) {

    /** No tag is longer. */
    static final int LONGEST = 250;
    private static final String QUOTES = "`\"'“‘「";

    private static final Stream<String> NAMES = Stream.of("think", "thinking", "thought", "thoughts", "reasoning",
            "seed:think", "mm:think", "antthinking", "inner_thought", "inner_thoughts", "scratchpad",
            "internal_monologue");

    private static final List<ThoughtTags> ALL = Stream.concat(
            NAMES.map(name -> of("<" + name + "(?:\\s[^<>]{0,200})?>", "</" + name + "\\s{0,3}>")),
            Stream.of(of("\\[think(?:ing)?]", "\\[/think(?:ing)?]"),
                    of("◁think▷", "◁/think▷"),
                    of("<\\|think(?:ing)?\\|>", "<\\|/think(?:ing)?\\|>"),
                    of("<\\|begin_of_thought\\|>", "<\\|end_of_thought\\|>(?:\\s{0,9}<\\|begin_of_solution\\|>)?"),
                    of("<\\|start_thinking\\|>", "<\\|end_thinking\\|>(?:\\s{0,9}<\\|start_response\\|>)?"),
                    of("<\\|inner_prefix\\|>", "<\\|inner_suffix\\|>"),
                    of("<\\|channel>\\s{0,3}thought", "<channel\\|>"),
                    of("<unused94>thought", "<unused95>"),
                    // OpenAI's harmony format: only the final channel is the answer.
                    of("(?:<\\|start\\|>assistant)?<\\|channel\\|>\\s?(?:analysis|commentary)[^<]{0,80}"
                            + "(?:<\\|constrain\\|>[^<]{0,40})?<\\|message\\|>",
                            "(?:<\\|end\\|>\\s{0,3})?(?:<\\|start\\|>assistant)?<\\|channel\\|>\\s?final\\b[^<]{0,80}"
                                    + "(?:<\\|constrain\\|>[^<]{0,40})?<\\|message\\|>"),
                    // The same with its special tokens lost, as some servers send it.
                    words("analysis(?=[A-Z\"'])", "assistantfinal"),
                    words("Here is my thought process:", "Here is my response:")))
            .toList();

    private static final Pattern ANY_CLOSE = either(ALL.stream().filter(ThoughtTags::certain).map(ThoughtTags::close));
    private static final Pattern ANY = either(ALL.stream().filter(ThoughtTags::certain)
            .flatMap(tags -> Stream.of(tags.open, tags.close)));

    private static ThoughtTags of(String open, String close) {
        return new ThoughtTags(Pattern.compile(open, Pattern.CASE_INSENSITIVE),
                Pattern.compile(close, Pattern.CASE_INSENSITIVE), true);
    }

    private static ThoughtTags words(String open, String close) {
        return new ThoughtTags(Pattern.compile(open), Pattern.compile(close), false);
    }

    private static Pattern either(Stream<Pattern> patterns) {
        return Pattern.compile(patterns.map(pattern -> "(?:" + pattern.pattern() + ")")
                .collect(Collectors.joining("|")), Pattern.CASE_INSENSITIVE);
    }

    /** The tags that text opens with, and where the opening one ends. */
    record Opening(ThoughtTags tags, int end) {
    }

    static Optional<Opening> opening(String text) {
        return ALL.stream().flatMap(tags -> {
            Matcher open = tags.open.matcher(text);
            return open.lookingAt() ? Stream.of(new Opening(tags, open.end())) : Stream.empty();
        }).findFirst();
    }

    /** Whether more text may make an opening tag of this one. */
    static boolean mayOpen(String text) {
        return text.length() < LONGEST && ALL.stream().anyMatch(tags -> {
            Matcher open = tags.open.matcher(text);
            return !open.lookingAt() && open.hitEnd();
        });
    }

    /** A closing tag of whatever kind that nothing opened. */
    static Pattern anyClose() {
        return ANY_CLOSE;
    }

    /** The first tag, opening or closing, of whatever kind. */
    static Pattern any() {
        return ANY;
    }

    /** Whether a tag stands there that ends a thought, rather than one that the text quotes or opens. */
    static boolean closes(String text, Matcher tag) {
        Matcher close = ANY_CLOSE.matcher(text).region(tag.start(), tag.end());
        boolean quoted = tag.start() > 0 && QUOTES.indexOf(text.charAt(tag.start() - 1)) >= 0;
        return close.matches() && !quoted;
    }

    /** How many characters at the end of the text may be the beginning of what the pattern matches. */
    static int tail(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        for (int at = Math.max(0, text.length() - LONGEST); at < text.length(); at++) {
            if ("<[◁".indexOf(text.charAt(at)) >= 0) {
                matcher.region(at, text.length());
                if (!matcher.lookingAt() && matcher.hitEnd()) {
                    return text.length() - at;
                }
            }
        }
        return 0;
    }
}
