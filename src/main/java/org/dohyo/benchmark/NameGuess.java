package org.dohyo.benchmark;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.dohyo.model.Model;

/** Guesses which registered model a name in a file means, by the pairs of letters that the names share. */
final class NameGuess {

    /** Of names that share less, no guess is better. */
    private static final double LEAST = 0.5;

    private record Guess(Model model, double likeness) {
    }

    private NameGuess() {
    }

    /** The slug of the model with the most similar name; empty if none is similar. */
    static Optional<String> of(String name, Collection<Model> models) {
        return models.stream().map(model -> new Guess(model, likeness(name, model)))
                .filter(guess -> guess.likeness() >= LEAST)
                .max(Comparator.comparingDouble(Guess::likeness)
                        .thenComparing(guess -> guess.model().slug, Comparator.reverseOrder()))
                .map(guess -> guess.model().slug);
    }

    private static double likeness(String name, Model model) {
        Stream<String> own = Stream.concat(Stream.of(model.slug, model.name,
                model.unpublished == null ? null : model.unpublished.name()), Stream.of(model.aliases));
        List<Set<String>> given = forms(name);
        return own.filter(Objects::nonNull).flatMap(one -> forms(one).stream())
                .flatMapToDouble(one -> given.stream().mapToDouble(other -> shared(one, other))).max().orElse(0);
    }

    /** The letter pairs of the whole name, and of what follows the organisation. */
    private static List<Set<String>> forms(String name) {
        String path = name.replaceFirst("/+$", "");
        return List.of(pairs(path), pairs(path.substring(path.lastIndexOf('/') + 1)));
    }

    private static Set<String> pairs(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= letters.length(); i++) {
            pairs.add(letters.substring(i, i + 2));
        }
        return pairs;
    }

    /** Dice's coefficient, from 0 to 1. */
    private static double shared(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return one.isEmpty() || other.isEmpty() ? 0 : 2.0 * both / (one.size() + other.size());
    }
}
