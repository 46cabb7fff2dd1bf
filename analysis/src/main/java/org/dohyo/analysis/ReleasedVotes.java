package org.dohyo.analysis;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.callUDF;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.StyleVotes;

/**
 * The votes of one category that count, from the records of a release in FastChat's format.
 *
 * @param models the slugs, rising; other figures name a model by its place here
 * @param counts every vote weighs one
 * @param votes with {@code voter}, {@code a}, {@code b}, {@code winner}, and {@code d0} … {@code d3}: how the answers
 *        differ by the controlled features, NaN where that is unknown
 */
record ReleasedVotes(List<String> models, PairCounts counts, Dataset<Row> votes) {

    /** In the order in which the arena names them. */
    static final List<String> FEATURES = List.of("tokens", "headers", "lists", "bold");

    private static final String RECORD = """
            model_a string, model_b string, winner string, judge string, anony boolean, categories array<string>,
            conv_metadata struct<sum_assistant_a_tokens: bigint, sum_assistant_b_tokens: bigint, header_count_a: %1$s,
              header_count_b: %1$s, list_count_a: %1$s, list_count_b: %1$s, bold_count_a: %1$s, bold_count_b: %1$s>""";
    private static final String MAP = "map<string, bigint>";
    private static final String ALL = "cast(aggregate(map_values(%s), 0L, (sum, one) -> sum + one) as float)";

    /** Spark runs it where the votes are. */
    private record Difference() implements UDF2<Float, Float, Float>, Serializable {

        @Override
        public Float call(Float a, Float b) {
            return a == null || b == null || !StyleVotes.usable(a) || !StyleVotes.usable(b) ? Float.NaN
                    : StyleVotes.difference(a, b);
        }
    }

    /**
     * @param path a folder or file of Parquet, or of JSON Lines if its name says so ({@code .jsonl}, {@code .jsonl.gz})
     * @param category a slug
     * @param styled true for the votes of which the style of both answers is known
     */
    static ReleasedVotes read(SparkSession spark, String path, String category, boolean styled) {
        boolean lines = path.contains(".jsonl");
        // Counts in JSON are an object by kind or a number, and only a text can be both.
        Dataset<Row> records = lines
                ? spark.read().schema(RECORD.formatted("string")).option("mode", "FAILFAST").json(path)
                : spark.read().schema(RECORD.formatted(MAP)).parquet(path);
        Dataset<Row> counted = records.where(col("anony")).where(array_contains(col("categories"), category))
                .select(columns(spark, lines));
        Dataset<Row> wanted = styled ? counted.where("not isnan(d0)") : counted;
        List<Row> results = wanted.groupBy("model_a", "model_b", "winner").count().collectAsList();
        List<String> models = List.copyOf(results.stream().flatMap(row -> Stream.of(row.getString(0), row.getString(1)))
                .collect(Collectors.toCollection(TreeSet::new)));
        Dataset<Row> index = index(spark, models);
        return new ReleasedVotes(models, counts(models, results),
                wanted.join(broadcast(index.toDF("model_a", "a")), "model_a")
                        .join(broadcast(index.toDF("model_b", "b")), "model_b").drop("model_a", "model_b"));
    }

    private static PairCounts counts(List<String> models, List<Row> results) {
        List<PairCount> pairs = new ArrayList<>();
        for (Row row : results) {
            int a = Collections.binarySearch(models, row.getString(0));
            int b = Collections.binarySearch(models, row.getString(1));
            long votes = row.getLong(3);
            pairs.add(switch (row.getString(2)) {
                case "model_a" -> new PairCount(a, b, votes, 0, 0, 0);
                case "model_b" -> new PairCount(a, b, 0, votes, 0, 0);
                case "tie" -> new PairCount(a, b, 0, 0, votes, 0);
                case "tie (bothbad)", "both_bad" -> new PairCount(a, b, 0, 0, 0, votes);
                default -> throw new IllegalArgumentException("unknown winner: " + row.getString(2));
            });
        }
        return new PairCounts(models.size(), pairs);
    }

    /** The votes whose style is known. Equal ones are counted by Spark and come together. */
    StyleVotes styles() {
        StyleVotes styles = new StyleVotes(models.size(), FEATURES.size());
        Iterator<Row> groups = votes
                .groupBy("a", "b", "winner", "d0", "d1", "d2", "d3").count().toLocalIterator();
        while (groups.hasNext()) {
            Row row = groups.next();
            double score = switch (row.getString(2)) {
                case "model_a" -> 1;
                case "model_b" -> 0;
                default -> 0.5;
            };
            float[] differences = { row.getFloat(3), row.getFloat(4), row.getFloat(5), row.getFloat(6) };
            for (long i = 0; i < row.getLong(7); i++) {
                styles.add(row.getInt(0), row.getInt(1), score, differences);
            }
        }
        return styles;
    }

    private static Dataset<Row> index(SparkSession spark, List<String> models) {
        return spark.createDataFrame(
                IntStream.range(0, models.size()).mapToObj(i -> RowFactory.create(models.get(i), i)).toList(),
                DataTypes.createStructType(List.of(DataTypes.createStructField("slug", DataTypes.StringType, false),
                        DataTypes.createStructField("place", DataTypes.IntegerType, false))));
    }

    private static Column[] columns(SparkSession spark, boolean lines) {
        spark.udf().register("difference", new Difference(), DataTypes.FloatType);
        List<Column> columns = new ArrayList<>(
                List.of(col("judge").as("voter"), col("model_a"), col("model_b"), col("winner")));
        columns.add(difference("cast(conv_metadata.sum_assistant_%s_tokens as float)").as("d0"));
        List<String> counts = List.of("header", "list", "bold");
        for (int i = 0; i < counts.size(); i++) {
            String field = "conv_metadata." + counts.get(i) + "_count_%s";
            String figure = lines ? "coalesce(try_cast(" + field + " as float), "
                    + ALL.formatted("from_json(" + field + ", '" + MAP + "')") + ")" : ALL.formatted(field);
            columns.add(difference(figure).as("d" + (i + 1)));
        }
        return columns.toArray(Column[]::new);
    }

    private static Column difference(String figure) {
        return callUDF("difference", expr(figure.replace("%s", "a")), expr(figure.replace("%s", "b")));
    }
}
