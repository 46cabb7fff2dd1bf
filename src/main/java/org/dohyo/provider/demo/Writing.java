package org.dohyo.provider.demo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Six ways to write an answer, from one that takes up everything to one that takes up nothing. */
final class Writing {

    private Writing() {
    }

    static String complete(Material material) {
        return paragraphs("## " + material.part("title"), material.part("equation"), material.part("lead"),
                material.table(), section(material.part("heading.steps"), numbered(material.lines("steps", 4))),
                section(material.part("heading.words"), bullets(material.eachWord("word"))),
                section(material.part("heading.example"), material.part("example")), material.part("close"));
    }

    static String orderly(Material material) {
        return paragraphs("**" + material.part("title") + "**", material.part("equation"), material.part("lead"),
                material.table(), bullets(material.lines("steps", 3)), material.part("example"));
    }

    static String brief(Material material) {
        return paragraphs(material.part("equation"), material.part("brief"), material.table(), material.part("code"),
                bullets(material.lines("steps", 2)));
    }

    static String plain(Material material) {
        return material.knowsNothing() ? material.pick("vague.empty")
                : paragraphs(material.pick("plain"), material.formula(), material.table(), material.part("code"));
    }

    static String vague(Material material) {
        return material.knowsNothing() ? material.pick("vague.empty") : material.pick("vague");
    }

    static String offThePoint(Material material) {
        return material.pick("offThePoint");
    }

    private static String paragraphs(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
    }

    private static String section(String heading, String body) {
        return body.isBlank() ? "" : "### " + heading + "\n\n" + body;
    }

    private static String bullets(List<String> lines) {
        return lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    private static String numbered(List<String> lines) {
        return IntStream.range(0, lines.size()).mapToObj(i -> i + 1 + ". " + lines.get(i))
                .collect(Collectors.joining("\n"));
    }
}
