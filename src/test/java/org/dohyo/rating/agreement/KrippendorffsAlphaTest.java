package org.dohyo.rating.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class KrippendorffsAlphaTest {

    private static final long SEED = 7;
    private static final Path CROWD = Path.of("../shared/data/real/llmfao/crowd-comparisons.csv");

    /** Four observers, twelve units, five categories: example C of Krippendorff, 2011. */
    private static final List<String> PUBLISHED = List.of(
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .");

    /** How many chose tie, first and second, and on how many items (WeOpenML/PandaLM, data/testset-v1.json). */
    private static final int[][] PANDALM = {
            { 0, 0, 3, 426 },
            { 0, 1, 2, 36 },
            { 0, 2, 1, 33 },
            { 0, 3, 0, 368 },
            { 1, 0, 2, 10 },
            { 1, 2, 0, 21 },
            { 2, 0, 1, 13 },
            { 2, 1, 0, 7 },
            { 3, 0, 0, 85 },
    };

    static List<Annotation> table(List<String> rows) {
        List<Annotation> annotations = new ArrayList<>();
        for (int annotator = 0; annotator < rows.size(); annotator++) {
            String[] values = rows.get(annotator).split(" ");
            for (int item = 0; item < values.length; item++) {
                if (!values[item].equals(".")) {
                    annotations.add(new Annotation(item, annotator, Integer.parseInt(values[item]) - 1));
                }
            }
        }
        return annotations;
    }

    private static double alpha(int categories, List<Annotation> annotations, Scale scale) {
        return KrippendorffsAlpha.of(categories, annotations, scale, SEED).alpha();
    }

    @Test
    void equalsThePublishedExample() {
        KrippendorffsAlpha nominal = KrippendorffsAlpha.of(5, table(PUBLISHED), Scale.NOMINAL, SEED);
        assertThat(nominal.alpha()).isCloseTo(0.743, within(0.0005));
        assertThat(nominal.items()).as("the last unit has one value").isEqualTo(11);
        assertThat(nominal.values()).isEqualTo(40);
        assertThat(alpha(5, table(PUBLISHED), Scale.ORDINAL)).isCloseTo(0.815, within(0.0005));
    }

    /** The 999 items of PandaLM's test set by how many of its three annotators chose tie, first and second. */
    @Test
    void equalsTheFigureOfHiredAnnotators() {
        List<Annotation> annotations = new ArrayList<>();
        int item = 0;
        for (int[] pattern : PANDALM) {
            for (int i = 0; i < pattern[3]; i++, item++) {
                int annotator = 0;
                for (int category = 0; category < 3; category++) {
                    for (int k = 0; k < pattern[category]; k++) {
                        annotations.add(new Annotation(item, annotator++, category));
                    }
                }
            }
        }
        KrippendorffsAlpha alpha = KrippendorffsAlpha.of(3, annotations, Scale.NOMINAL, SEED);
        assertThat(alpha.alpha()).isCloseTo(0.864221, within(5e-7));
        assertThat(alpha.values()).isEqualTo(2_997);
    }

    @Test
    void equalsTheFigureOfACrowd() throws IOException {
        assumeThat(CROWD).as(CROWD + " is not there").exists();
        List<String> winners = List.of("left", "right", "tie");
        List<Annotation> annotations = Files.readAllLines(CROWD, StandardCharsets.UTF_8).stream().skip(1)
                .map(line -> line.split(","))
                .map(row -> new Annotation(Integer.parseInt(row[0]), Integer.parseInt(row[4]), winners.indexOf(row[5])))
                .toList();
        KrippendorffsAlpha alpha = KrippendorffsAlpha.of(3, annotations, Scale.NOMINAL, SEED);
        assertThat(alpha.alpha()).isCloseTo(0.290595, within(5e-7));
        assertThat(alpha.items()).isEqualTo(2_124);
        assertThat(alpha.values()).isEqualTo(8_916);
        assertThat(alpha.low()).isBetween(0.26, 0.285);
        assertThat(alpha.high()).isBetween(0.296, 0.32);
    }

    @Test
    void neitherNamesNorOrderMatter_andNominalCategoriesCanBeRenamed() {
        List<Annotation> table = new ArrayList<>(table(PUBLISHED));
        double nominal = alpha(5, table, Scale.NOMINAL);
        double ordinal = alpha(5, table, Scale.ORDINAL);
        Collections.shuffle(table, new Random(1));
        List<Annotation> renamed = table.stream()
                .map(one -> new Annotation(100 - one.item(), -one.annotator(), one.category())).toList();
        assertThat(alpha(5, renamed, Scale.NOMINAL)).isCloseTo(nominal, within(1e-12));
        assertThat(alpha(5, renamed, Scale.ORDINAL)).isCloseTo(ordinal, within(1e-12));
        List<Annotation> turned = table.stream()
                .map(one -> new Annotation(one.item(), one.annotator(), 4 - one.category())).toList();
        assertThat(alpha(5, turned, Scale.NOMINAL)).isCloseTo(nominal, within(1e-12));
        assertThat(alpha(5, turned, Scale.ORDINAL)).isCloseTo(ordinal, within(1e-12));
        assertThat(alpha(9, table, Scale.ORDINAL)).as("unused categories").isCloseTo(ordinal, within(1e-12));
    }

    @Test
    void scalesAreOneWhereThereAreTwoCategories() {
        List<Annotation> random = made(50, 3, 2, 0.6, new Random(3));
        assertThat(alpha(2, random, Scale.ORDINAL)).isCloseTo(alpha(2, random, Scale.NOMINAL), within(1e-12));
    }

    @Test
    void fullAgreementIsOne_andWithoutDifferencesThereIsNoAlpha() {
        KrippendorffsAlpha full = KrippendorffsAlpha.of(2, table(List.of("1 2 1 2", "1 2 1 2")), Scale.ORDINAL, SEED);
        assertThat(full.alpha()).isEqualTo(1);
        assertThat(KrippendorffsAlpha.of(2, table(List.of("1 1", "1 1")), Scale.NOMINAL, SEED).alpha()).isNaN();
        KrippendorffsAlpha none = KrippendorffsAlpha.of(2, List.of(), Scale.NOMINAL, SEED);
        assertThat(List.of(none.alpha(), none.low(), none.high())).containsOnly(Double.NaN);
        KrippendorffsAlpha single = KrippendorffsAlpha.of(2, table(List.of("1", "2")), Scale.NOMINAL, SEED);
        assertThat(single.alpha()).isEqualTo(0);
        assertThat(single.low()).as("one item has no interval").isNaN();
    }

    @Test
    void refusesRepeatsAndUnknownCategories() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> alpha(3, List.of(new Annotation(0, 1, 0), new Annotation(0, 1, 2)), Scale.NOMINAL))
                .withMessageContaining("annotator 1 annotated item 0 twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alpha(2, List.of(new Annotation(0, 1, 2)), Scale.NOMINAL));
        assertThatIllegalArgumentException().isThrownBy(() -> new Annotation(0, 0, -1));
    }

    @Test
    void sameSeed_sameInterval() {
        List<Annotation> random = made(40, 3, 3, 0.5, new Random(3));
        assertThat(KrippendorffsAlpha.of(3, random, Scale.ORDINAL, 1))
                .isEqualTo(KrippendorffsAlpha.of(3, random, Scale.ORDINAL, 1))
                .isNotEqualTo(KrippendorffsAlpha.of(3, random, Scale.ORDINAL, 2));
    }

    /** The true alpha of this world is share²: two annotators agree beyond chance if both give the item's value. */
    @Test
    void intervalHoldsTheTruth() {
        int worlds = 60;
        long held = IntStream.range(0, worlds).filter(world -> {
            KrippendorffsAlpha alpha = KrippendorffsAlpha.of(3, made(80, 3, 3, 0.7, new Random(world)), Scale.NOMINAL,
                    world);
            return alpha.low() <= 0.49 && 0.49 <= alpha.high();
        }).count();
        assertThat((double) held / worlds).isBetween(0.86, 1.0);
    }

    /** Items with a value each; an annotator gives it with a probability, else any; a tenth is missing. */
    static List<Annotation> made(int items, int annotators, int categories, double share, Random random) {
        List<Annotation> made = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            int value = random.nextInt(categories);
            for (int annotator = 0; annotator < annotators; annotator++) {
                int given = random.nextDouble() < share ? value : random.nextInt(categories);
                if (random.nextInt(10) > 0) {
                    made.add(new Annotation(item, annotator, given));
                }
            }
        }
        return made;
    }
}
