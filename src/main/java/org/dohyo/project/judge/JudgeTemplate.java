package org.dohyo.project.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a judge is asked: a text in which {@code {a}} and {@code {b}} stand for the two conversations. */
final class JudgeTemplate {

    static final String A = "{a}";
    static final String B = "{b}";
    private static final String ENGLISH = "en";

    private JudgeTemplate() {
    }

    /** The one for a language; the English one if the language has none. */
    static String standard(String language) {
        String own = "/project/judge/" + language + ".txt";
        String path = JudgeTemplate.class.getResource(own) == null ? "/project/judge/" + ENGLISH + ".txt" : own;
        try (InputStream in = JudgeTemplate.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isComplete(String template) {
        return template.contains(A) && template.contains(B);
    }

    /** Each place is filled once, so that an answer with a place in it changes nothing. */
    static String fill(String template, List<String> asked, List<String> a, List<String> b) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (true) {
            int nextA = template.indexOf(A, from);
            int nextB = template.indexOf(B, from);
            if (nextA < 0 && nextB < 0) {
                return text.append(template, from, template.length()).toString();
            }
            boolean first = nextA >= 0 && (nextB < 0 || nextA < nextB);
            int next = first ? nextA : nextB;
            text.append(template, from, next).append(conversation(asked, first ? a : b));
            from = next + A.length();
        }
    }

    private static String conversation(List<String> asked, List<String> answers) {
        StringBuilder text = new StringBuilder();
        for (int turn = 0; turn < asked.size(); turn++) {
            text.append(turn == 0 ? "" : "\n\n").append("<user>\n").append(asked.get(turn))
                    .append("\n</user>\n\n<assistant>\n").append(answers.get(turn)).append("\n</assistant>");
        }
        return text.toString();
    }
}
