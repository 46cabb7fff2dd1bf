package org.dohyo.analysis;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.callUDF;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.dohyo.rating.StyleVotes;

/**
 * The votes of one category that count, from the records of a release in FastChat's format.
 *
 * @param models the slugs, rising; other figures name a model by its place here
 * @param votes with {@code voter}, {@code a}, {@code b}, {@code winner}, and {@code d0} … {@code d3}: how the answers
 *        differ by the controlled features, NaN where that is unknown
 */
record ReleasedVotes(List<String> models, Dataset<Row> votes) {

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
        List<String> models = List.copyOf(new TreeSet<>(wanted.select(col("model_a"))
                .union(wanted.select(col("model_b"))).distinct().as(Encoders.STRING()).collectAsList()));
        Dataset<Row> index = index(spark, models);
        return new ReleasedVotes(models, wanted.join(broadcast(index.toDF("model_a", "a")), "model_a")
                .join(broadcast(index.toDF("model_b", "b")), "model_b").drop("model_a", "model_b"));
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
