package org.dohyo.analysis;

import static org.apache.spark.sql.functions.expr;

import java.io.IOException;

import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Writes made-up votes as the parts of a release have them, without texts: 100 models whose strengths are spread over
 * 400 points, a voter for every 20 votes, a quarter of ties. Arguments: the number of votes, the folder, the
 * master.
 */
public final class MadeUpVotes {

    private static final int MODELS = 100;
    private static final int OF_A_PART = 1_000_000;

    private MadeUpVotes() {
    }

    public static void main(String[] arguments) throws IOException {
        long votes = Long.parseLong(arguments[0]);
        try (SparkSession spark = Recount.spark(arguments.length > 2 ? arguments[2] : "local[*]")) {
            int parts = (int) Math.max(2, votes / OF_A_PART);
            spark.range(0, votes, 1, parts)
                    .withColumn("a", expr("pmod(xxhash64(id, 1), " + MODELS + ")"))
                    .withColumn("b", expr("pmod(a + 1 + pmod(xxhash64(id, 2), " + (MODELS - 1) + "), " + MODELS + ")"))
                    .withColumn("chance", expr("pmod(xxhash64(id, 3), 1000000) / 1e6"))
                    .withColumn("a_wins", expr("1 / (1 + pow(10, (b - a) * 4 / 400))"))
                    .select(expr("concat('model-', lpad(a, 3, '0'))").as("model_a"),
                            expr("concat('model-', lpad(b, 3, '0'))").as("model_b"),
                            expr("""
                                    case when chance < 0.75 * a_wins then 'model_a' when chance < 0.75 then 'model_b'
                                      when chance < 0.9 then 'tie' else 'tie (bothbad)' end""").as("winner"),
                            expr("concat('arena_user_', sha2(cast(pmod(xxhash64(id, 4), greatest(1, " + votes
                                    + " div 20)) as string), 256))").as("judge"),
                            expr("true").as("anony"), expr("array('overall', 'english')").as("categories"),
                            expr("1.7e9 + id").as("tstamp"))
                    .write().mode(SaveMode.Overwrite).option("compression", "zstd").parquet(arguments[1]);
        }
    }
}
