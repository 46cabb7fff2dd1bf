package org.dohyo;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/**
 * Pictures of states in their looks and languages, in few colours so that they can be kept, and a page that shows them
 * all.
 */
final class Gallery {

    private static final int MOST_COLOURS = 128;

    private final Path folder;
    private final Map<String, String> said = new LinkedHashMap<>();
    private final Map<String, List<String>> files = new HashMap<>();

    Gallery(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** The page as it stands, on a desktop and on a phone. */
    void take(Page page, String state, String language, String says) {
        take(page, state, language, says, ColorScheme.LIGHT);
    }

    /** As {@link #take}, also dark. */
    void takeAlsoDark(Page page, String state, String language, String says) {
        take(page, state, language, says, ColorScheme.LIGHT);
        if (language.equals("en")) {
            take(page, state, language, says, ColorScheme.DARK);
        }
    }

    private void take(Page page, String state, String language, String says, ColorScheme scheme) {
        said.putIfAbsent(state, says);
        for (int width : new int[] { Looks.DESKTOP, Looks.PHONE }) {
            Looks.wear(page, width, scheme);
            String file = state + "-" + language + "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "") + ".png";
            try {
                BufferedImage picture = ImageIO.read(new ByteArrayInputStream(page.screenshot()));
                ImageIO.write(reduced(picture), "png", folder.resolve(file).toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            files.computeIfAbsent(state, unused -> new ArrayList<>()).add(file);
        }
        Looks.wear(page, Looks.DESKTOP, ColorScheme.LIGHT);
    }

    /** The most frequent colours, and for each other one the nearest of them. */
    private static BufferedImage reduced(BufferedImage picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        for (int pixel : pixels) {
            counts.merge(pixel & 0xffffff, 1, Integer::sum);
        }
        int[] palette = counts.entrySet().stream().sorted(Map.Entry.<Integer, Integer> comparingByValue(
                Comparator.reverseOrder())).limit(MOST_COLOURS).mapToInt(Map.Entry::getKey).toArray();
        IndexColorModel colours = new IndexColorModel(7, palette.length, palette, 0, false, -1,
                java.awt.image.DataBuffer.TYPE_BYTE);
        Map<Integer, Integer> nearest = new HashMap<>();
        BufferedImage reduced = new BufferedImage(picture.getWidth(), picture.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                colours);
        int[] places = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            places[i] = nearest.computeIfAbsent(pixels[i] & 0xffffff, colour -> nearest(palette, colour));
        }
        reduced.getRaster().setPixels(0, 0, picture.getWidth(), picture.getHeight(), places);
        return reduced;
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int distance = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int way = (palette[i] >> shift & 255) - (colour >> shift & 255);
                distance += way * way;
            }
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /** Writes the page that shows them. */
    void index(String head) throws IOException {
        StringBuilder index = new StringBuilder(head);
        said.forEach((state, says) -> {
            index.append("\n## ").append(state).append('\n').append(says).append("\n\n");
            files.get(state)
                    .forEach(file -> index.append("<img src=\"").append(file).append("\" alt=\"").append(file, 0,
                            file.length() - 4).append("\" width=\"")
                            .append(file.contains("-" + Looks.PHONE) ? 130 : 380)
                            .append("\">\n"));
        });
        Files.writeString(folder.resolve("README.md"), index.toString());
    }
}
