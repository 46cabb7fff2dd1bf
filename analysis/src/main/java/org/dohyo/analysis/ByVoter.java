package org.dohyo.analysis;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.List;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.storage.StorageLevel;
import org.dohyo.rating.VoterVotes;

/**
 * The votes, each voter's in one place. Spark brings them there once and keeps them, five bytes a vote; only sums of
 * the size models × models leave the machines with the votes.
 */
final class ByVoter implements AutoCloseable {

    private final int models;
    private final JavaRDD<VotesOfVoters> parts;

    ByVoter(ReleasedVotes released) {
        models = released.models().size();
        // Not the field, with which Spark would send all of this to its workers.
        int among = models;
        // Voters are told apart by 128 bits: their names are long, and moving and sorting them took most of the time.
        Column[] sorted = { col("voter"), col("voter2"), col("result") };
        parts = released.votes()
                .select(expr("xxhash64(voter)").as("voter"), expr("xxhash64(1, voter)").as("voter2"), result(among))
                .repartition(col("voter")).sortWithinPartitions(sorted)
                // Spark's own rows: making a Row of each vote would cost more than all else that is done with it.
                .queryExecution().toRdd().toJavaRDD()
                .mapPartitions(rows -> List.of(VotesOfVoters.read(among, rows)).iterator())
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static Column result(int models) {
        return expr("""
                (least(a, b) * %1$d + greatest(a, b)) * 3
                  + case when winner = 'model_a' then if(a < b, %2$d, %3$d)
                    when winner = 'model_b' then if(a < b, %3$d, %2$d) else %4$d end"""
                .formatted(models, VotesOfVoters.FIRST, VotesOfVoters.SECOND, VotesOfVoters.NEITHER)).as("result");
    }

    /** The votes of each pair, weighted. */
    VoterWeights weights() {
        int among = models;
        return parts.map(part -> {
            VoterWeights weights = new VoterWeights(among);
            part.forEach(weights::add);
            return weights;
        }).treeAggregate(new VoterWeights(models), VoterWeights::plus, VoterWeights::plus);
    }

    /** The sums over voters that the intervals need. */
    VoterVotes.Sums sums(double[] theta) {
        int among = models;
        return parts.map(part -> {
            VoterVotes voters = new VoterVotes(among);
            part.forEach(voters::add);
            return voters.sums(theta);
        }).treeAggregate(new VoterVotes(models).sums(theta), VoterVotes.Sums::plus, VoterVotes.Sums::plus);
    }

    @Override
    public void close() {
        parts.unpersist();
    }
}
