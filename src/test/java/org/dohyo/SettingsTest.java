package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings, their documentation and the application's defaults agree. */
class SettingsTest {

    private static final Path DOCUMENT = Path.of("docs/settings.md");
    private static final String BEGIN = "<!-- begin of the generated part -->\n";
    private static final String END = "<!-- end of the generated part -->\n";
    private static final JavaClasses CLASSES = ProductClasses.ALL;

    private static final List<Setting> SETTINGS = settings();

    private record Setting(String name, String type, String fallback, String meaning) {
    }

    @Test
    void document_listsEverySetting() throws IOException {
        String document = Files.readString(DOCUMENT);
        String generated = document.substring(0, document.indexOf(BEGIN) + BEGIN.length()) + table()
                + document.substring(document.indexOf(END));
        if (Boolean.getBoolean("dohyo.settings.write")) {
            Files.writeString(DOCUMENT, generated);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(generated);
    }

    @Test
    void everySetting_saysWhatItIsFor() {
        assertThat(SETTINGS).hasSizeGreaterThan(20)
                .allSatisfy(setting -> assertThat(setting.meaning()).as(setting.name()).endsWith("."));
    }

    @Test
    void applicationProperties_setOnlyKnownSettings() throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(Path.of("src/main/resources/application.properties"))));

        List<String> own = properties.stringPropertyNames().stream().map(name -> name.replaceFirst("^%\\w+\\.", ""))
                .filter(name -> name.startsWith("dohyo.")).toList();

        assertThat(own).isNotEmpty().isSubsetOf(names());
    }

    @Test
    void settings_areReadThroughTheTreeAlone() {
        List<String> single = CLASSES.stream().flatMap(type -> type.getConstructors().stream())
                .flatMap(constructor -> constructor.getParameters().stream())
                .flatMap(parameter -> parameter.tryGetAnnotationOfType(ConfigProperty.class).stream())
                .map(ConfigProperty::name).toList();

        // Negative control: the search sees the settings of Quarkus that are read one by one.
        assertThat(single).contains("quarkus.http.host").noneMatch(name -> name.startsWith("dohyo."));
    }

    private static String table() {
        String rows = SETTINGS.stream().map(setting -> "| `%s` | %s | %s | %s |\n".formatted(setting.name(),
                setting.type(), setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`", setting.meaning()))
                .collect(Collectors.joining());
        return "| Setting | Type | Default | Meaning |\n| --- | --- | --- | --- |\n" + rows;
    }

    /** The names of all settings of Dohyo. */
    static Set<String> names() {
        return SETTINGS.stream().map(Setting::name).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Setting> settings() {
        return CLASSES.stream().filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .map(JavaClass::reflect).flatMap(SettingsTest::settings)
                .sorted(Comparator.comparing(Setting::name)).toList();
    }

    private static Stream<Setting> settings(Class<?> mapping) {
        Map<String, String> meanings = meanings(mapping);
        String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        return Arrays.stream(mapping.getDeclaredMethods()).filter(method -> !method.isSynthetic())
                .map(method -> new Setting(prefix + "." + hyphenated(method.getName()), type(method),
                        Optional.ofNullable(method.getAnnotation(WithDefault.class)).map(WithDefault::value).orElse(""),
                        meanings.getOrDefault(method.getName(), "")));
    }

    private static String hyphenated(String name) {
        return Pattern.compile("[A-Z]").matcher(name).replaceAll(letter -> "-" + letter.group().toLowerCase());
    }

    private static String type(Method method) {
        return type(method.getGenericReturnType());
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType generic) {
            String inner = type(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == Optional.class ? inner + ", optional" : inner + "s, by commas";
        }
        return word(type);
    }

    private static String word(Type type) {
        return Map.<Type, String> of(int.class, "number", Integer.class, "number", Boolean.class, "`true` or `false`",
                boolean.class, "`true` or `false`", Duration.class, "duration", MemorySize.class, "size",
                Path.class, "path", String.class, "text").get(type);
    }

    /** The Javadoc of each method, as Markdown. */
    private static Map<String, String> meanings(Class<?> mapping) {
        Path source = Path.of("src/main/java", mapping.getName().replace('.', '/') + ".java");
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        var task = (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(source));
        DocTrees comments = DocTrees.instance(task);
        Map<String, String> meanings = new TreeMap<>();
        try {
            task.parse().forEach(unit -> new TreePathScanner<Void, Void>() {

                @Override
                public Void visitMethod(MethodTree method, Void nothing) {
                    DocCommentTree comment = comments.getDocCommentTree(getCurrentPath());
                    if (comment != null) {
                        meanings.put(method.getName().toString(), markdown(comment.toString()));
                    }
                    return null;
                }
            }.scan(unit, null));
        } catch (IOException e) {
            throw new IllegalStateException("no source of " + mapping, e);
        }
        return meanings;
    }

    private static String markdown(String javadoc) {
        return javadoc.replaceAll("\\s+", " ").replaceAll("\\{@code ([^}]*)}", "`$1`").strip();
    }
}
