package org.dohyo.analysis;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.spark.sql.SparkSession;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Prints the board of a release as JSON.
 *
 * <pre>
 * --release PATH    its Parquet parts (a folder or file) or its JSON Lines
 * --category SLUG   overall by default
 * --board NAME      voters (the default), votes or style
 * --master URL      of a Spark cluster; local[*] by default
 * </pre>
 */
public final class Recount {

    private static final Set<String> OPTIONS = Set.of("--release", "--category", "--board", "--master");

    private Recount() {
    }

    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = options(List.of(arguments));
        try (SparkSession spark = spark(options.getOrDefault("--master", "local[*]"))) {
            long begin = System.nanoTime();
            Board board = board(spark, options.get("--release"), options.getOrDefault("--category", "overall"),
                    options.getOrDefault("--board", "voters"));
            System.out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(board));
            System.err.printf("%d votes in %.1f s%n", board.votes(), (System.nanoTime() - begin) / 1e9);
        }
    }

    static SparkSession spark(String master) {
        SparkSession spark = SparkSession.builder().appName("dohyo-recount").master(master)
                .config("spark.ui.enabled", false).config("spark.sql.session.timeZone", "UTC").getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        return spark;
    }

    static Board board(SparkSession spark, String release, String category, String name) {
        ReleasedVotes votes = ReleasedVotes.read(spark, release, category, name.equals("style"));
        return switch (name) {
            case "voters" -> Board.byVoters(votes);
            case "votes" -> Board.byVotes(votes);
            case "style" -> Board.styled(votes);
            default -> throw new IllegalArgumentException("--board is voters, votes or style");
        };
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!OPTIONS.contains(arguments.get(i)) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("options: --release PATH and " + OPTIONS);
            }
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        if (!options.containsKey("--release")) {
            throw new IllegalArgumentException("--release is missing");
        }
        return options;
    }
}
