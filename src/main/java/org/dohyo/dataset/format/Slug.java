package org.dohyo.dataset.format;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.dohyo.support.Hashes;

/**
 * From a model's name in a file to the slug it is known by: compatibility forms and accents are dissolved (NFKD),
 * letters lowered, each run of anything but a-z, 0-9, dot, underscore and hyphen becomes one hyphen, the ends are
 * trimmed to a letter or digit, and 100 characters are kept. Names with the same slug are the same model.
 */
public final class Slug {

    private static final int MAX = 100;
    /** A file names the same models again and again. */
    private static final int MOST_KNOWN = 10_000;
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Slug() {
    }

    public static String of(String name) {
        if (KNOWN.size() > MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(name, Slug::made);
    }

    private static String made(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String slug = trimmed(plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-"));
        slug = trimmed(slug.substring(0, Math.min(MAX, slug.length())));
        // Nothing is left of a name in another script, so its hash distinguishes it.
        return slug.isEmpty() ? "model-" + Hashes.sha256Hex(name).substring(0, 16) : slug;
    }

    private static String trimmed(String slug) {
        return slug.replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
    }
}
