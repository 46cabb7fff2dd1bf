package org.dohyo.analysis;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.StyleVotes;
import org.dohyo.rating.VoterVotes;
import org.dohyo.rating.WeightedPair;

/** What the fits need of the votes. Spark adds it up; only sums by pair of models leave the machines with the votes. */
final class Sums implements AutoCloseable {

    private final int models;
    private final Dataset<Row> votes;
    private final Dataset<Row> byVoter;

    Sums(ReleasedVotes released) {
        models = released.models().size();
        votes = released.votes().withColumn("first", expr("least(a, b)")).withColumn("second", expr("greatest(a, b)"))
                .withColumn("outcome", expr("""
                        case when winner = 'model_a' then if(a < b, 'first', 'second')
                          when winner = 'model_b' then if(a < b, 'second', 'first')
                          when winner = 'tie' then 'tie' when winner in ('tie (bothbad)', 'both_bad') then 'bad'
                          else raise_error(concat('unknown winner: ', winner)) end"""));
        byVoter = votes.repartition(col("voter")).groupBy("voter", "first", "second")
                .agg(count("first").as("firstWins"), count("second").as("secondWins"),
                        expr("count_if(outcome in ('tie', 'bad'))").as("halves"))
                .withColumn("votes", expr("sum(firstWins + secondWins + halves) over (partition by voter)"))
                .sortWithinPartitions("voter").persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static Column count(String outcome) {
        return expr("count_if(outcome = '" + outcome + "')");
    }

    /** Every vote weighs one. */
    PairCounts counts() {
        List<PairCount> pairs = votes.groupBy("first", "second")
                .agg(count("first"), count("second"), count("tie"), count("bad")).collectAsList().stream()
                .map(row -> new PairCount(row.getInt(0), row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4),
                        row.getLong(5)))
                .toList();
        return new PairCounts(models, pairs);
    }

    /** Each voter's weight limited, in whole units as the arena's board has them. */
    List<WeightedPair> inUnits() {
        String units = "sum(%s * " + VoterVotes.CAP + "L * " + VoterVotes.UNIT + "L div greatest(" + VoterVotes.CAP
                + "L, votes))";
        return weighted(units).stream()
                .map(row -> new WeightedPair(row.getInt(0), row.getInt(1), VoterVotes.fromUnits(row.getLong(2)),
                        VoterVotes.fromUnits(row.getLong(3)), VoterVotes.fromUnits(row.getLong(4))))
                .toList();
    }

    /** Each voter's weight limited, as the intervals have it. */
    List<WeightedPair> weighted() {
        return weighted("sum(%s * least(1d, " + VoterVotes.CAP + "d / votes))").stream()
                .map(row -> new WeightedPair(row.getInt(0), row.getInt(1), row.getDouble(2), row.getDouble(3),
                        row.getDouble(4)))
                .toList();
    }

    private List<Row> weighted(String sum) {
        return byVoter.groupBy("first", "second")
                .agg(expr(sum.formatted("firstWins")), expr(sum.formatted("secondWins")), expr(sum.formatted("halves")))
                .orderBy("first", "second").collectAsList();
    }

    /** The sums over voters that the intervals need. */
    VoterVotes.Sums voterSums(double[] theta) {
        // Not the field, with which Spark would send all of this to its workers.
        int among = models;
        return byVoter.toJavaRDD().mapPartitions(rows -> List.of(of(rows, among, theta)).iterator())
                .treeReduce(VoterVotes.Sums::plus);
    }

    private static VoterVotes.Sums of(Iterator<Row> rows, int models, double[] theta) {
        VoterVotes voters = new VoterVotes(models);
        List<PairCount> ofOne = new ArrayList<>();
        String voter = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            if (!row.getString(0).equals(voter) && voter != null) {
                voters.add(ofOne);
                ofOne.clear();
            }
            voter = row.getString(0);
            ofOne.add(new PairCount(row.getInt(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getLong(5), 0));
        }
        if (voter != null) {
            voters.add(ofOne);
        }
        return voters.sums(theta);
    }

    /** The votes whose style is known. Equal ones are counted by Spark and come together. */
    StyleVotes styles() {
        StyleVotes styles = new StyleVotes(models, ReleasedVotes.FEATURES.size());
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

    @Override
    public void close() {
        byVoter.unpersist();
    }
}
