package org.dohyo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the names in a Markdown document that refer to something in this repository which doesn't exist. */
final class DocumentReferences {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
    /** Packages in lower case, a type, perhaps a member and its parameters. */
    private static final Pattern TYPE = Pattern.compile(
            "((?:[a-z][a-z0-9]*\\.)*)([A-Z][A-Za-z0-9]*)(?:[.#]([A-Za-z]\\w*))?(?:\\(.*\\))?");
    private static final Pattern TWO_WORDS = Pattern.compile("[A-Z][a-z0-9]+[A-Z]\\w*");
    private static final Pattern PATH = Pattern.compile("(?<![\\w./-])(?:src|docs|docker|\\.ci)/[\\w./-]*\\w");
    private static final Pattern SCRIPT = Pattern.compile("(?:[a-z]+/)*[a-z]+\\.js");
    private static final Pattern NAMED_TEST = Pattern.compile("-D(?:test|it\\.test|bench)=(\\w+)");
    private static final Pattern PROPERTY = Pattern.compile("(?<![\\w./-])dohyo\\.[a-z][a-z.-]*[a-z]");
    private static final Pattern VARIABLE = Pattern.compile("\\bDOHYO_[A-Z_]*[A-Z]\\b");
    private static final Pattern DECLARATION = Pattern.compile("\\b(?:class|record|enum|@?interface) ([A-Z]\\w*)");

    private final Path root;
    private final Set<String> foreign;
    private final Map<String, List<Path>> types = new HashMap<>();
    private final Set<String> variables = new HashSet<>();
    private final Set<String> properties = new HashSet<>();

    /**
     * @param foreign types of other projects that documents name, and words that only look like types
     * @param settings the names of the settings
     */
    DocumentReferences(Path root, Set<String> foreign, Set<String> settings) {
        this.root = root;
        this.foreign = foreign;
        this.properties.addAll(settings);
        files(root.resolve("src")).stream().filter(file -> file.toString().endsWith(".java")).forEach(file -> {
            String text = read(file);
            all(DECLARATION, text).forEach(type -> declare(type.group(1), file));
            addSettings(text);
        });
        addSettings(read(root.resolve("src/main/resources/application.properties")));
        files(root.resolve("docker")).forEach(file -> addSettings(read(file)));
    }

    private void addSettings(String text) {
        all(VARIABLE, text).forEach(name -> variables.add(name.group()));
        all(PROPERTY, text).forEach(key -> properties.add(key.group()));
    }

    private void declare(String type, Path file) {
        types.computeIfAbsent(type, name -> new ArrayList<>()).add(file);
    }

    /** Each reference of the document to something that doesn't exist, as the document writes it. */
    List<String> missing(Path document) {
        String text = read(document);
        String prose = FENCE.matcher(text).replaceAll("");
        List<String> missing = new ArrayList<>();
        all(CODE, prose).map(code -> code.group(1))
                .filter(code -> !typeExists(code) || !scriptExists(code)).forEach(missing::add);
        all(LINK, prose).map(link -> link.group(1))
                .filter(link -> !link.contains("://") && !linkExists(document, link)).forEach(missing::add);
        all(PATH, text).map(MatchResult::group).filter(path -> !Files.exists(root.resolve(path)))
                .filter(path -> Files.notExists(document.resolveSibling(path))).forEach(missing::add);
        all(NAMED_TEST, text).map(test -> test.group(1))
                .filter(test -> !types.containsKey(test) && !foreign.contains(test)).forEach(missing::add);
        all(PROPERTY, text).map(MatchResult::group).filter(key -> !properties.contains(key)).forEach(missing::add);
        all(VARIABLE, text).map(MatchResult::group).filter(name -> !variableExists(name)).forEach(missing::add);
        return missing.stream().distinct().toList();
    }

    private boolean typeExists(String code) {
        Matcher match = TYPE.matcher(code);
        if (!match.matches() || foreign.contains(match.group(2))) {
            return true;
        }
        String packages = match.group(1);
        boolean surelyType = !packages.isEmpty() || TWO_WORDS.matcher(match.group(2)).matches();
        List<Path> declared = types.getOrDefault(match.group(2), List.of());
        if (declared.isEmpty()) {
            return !surelyType;
        }
        String folder = "/" + packages.replace('.', '/');
        Pattern member = Pattern.compile(match.group(3) == null ? "" : "\\b" + match.group(3) + "\\b");
        return declared.stream().filter(file -> (file.getParent() + "/").endsWith(folder))
                .anyMatch(file -> member.matcher(read(file)).find());
    }

    private boolean scriptExists(String code) {
        return !SCRIPT.matcher(code).matches() || foreign.contains(code)
                || files(root.resolve("src/main/resources")).stream().anyMatch(file -> file.endsWith(code));
    }

    private boolean linkExists(Path document, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? document : document.resolveSibling(file).normalize();
        return Files.exists(target) && (hash < 0 || all(HEADING, read(target))
                .anyMatch(heading -> anchor(heading.group(1)).equals(link.substring(hash + 1))));
    }

    /** A heading's anchor as code hosts make it. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    private boolean variableExists(String name) {
        String key = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return variables.contains(name)
                || properties.stream().anyMatch(property -> property.replace('-', '.').equals(key));
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
