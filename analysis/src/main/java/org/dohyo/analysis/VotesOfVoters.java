package org.dohyo.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

import org.apache.spark.sql.catalyst.InternalRow;
import org.dohyo.rating.PairCount;

/**
 * All votes of some voters in compact arrays. A result is a number for a pair of models and the winner among the two:
 * (first · models + second) · 3 + winner.
 */
final class VotesOfVoters implements Serializable {

    static final int FIRST = 0;
    static final int SECOND = 1;
    static final int NEITHER = 2;

    private final int models;
    private int votes;
    private int[] results = new int[1024];
    private int voters;
    /** Where each voter's results end. */
    private int[] ends = new int[64];

    private VotesOfVoters(int models) {
        this.models = models;
    }

    /** @param rows the two halves of the voter's hash, and the result; sorted by all three */
    static VotesOfVoters read(int models, Iterator<InternalRow> rows) {
        VotesOfVoters read = new VotesOfVoters(models);
        long voter = 0;
        long voter2 = 0;
        while (rows.hasNext()) {
            InternalRow row = rows.next();
            if (read.votes == 0 || row.getLong(0) != voter || row.getLong(1) != voter2) {
                read.beginVoter();
                voter = row.getLong(0);
                voter2 = row.getLong(1);
            }
            read.add(row.getInt(2));
        }
        read.results = Arrays.copyOf(read.results, read.votes);
        return read;
    }

    private void beginVoter() {
        if (voters == ends.length) {
            ends = Arrays.copyOf(ends, 2 * voters);
        }
        voters++;
    }

    private void add(int result) {
        if (votes == results.length) {
            results = Arrays.copyOf(results, 2 * votes);
        }
        results[votes++] = result;
        ends[voters - 1] = votes;
    }

    /** The votes of one voter after the other, each pair once; the list is the same one each time. */
    void forEach(Consumer<List<PairCount>> consumer) {
        List<PairCount> pairs = new ArrayList<>();
        int next = 0;
        for (int voter = 0; voter < voters; voter++) {
            while (next < ends[voter]) {
                int end = endOfPair(next, ends[voter]);
                pairs.add(pair(next, end));
                next = end;
            }
            consumer.accept(pairs);
            pairs.clear();
        }
    }

    private int endOfPair(int begin, int limit) {
        int end = begin + 1;
        while (end < limit && results[end] / 3 == results[begin] / 3) {
            end++;
        }
        return end;
    }

    private PairCount pair(int begin, int end) {
        long[] won = new long[3];
        for (int i = begin; i < end; i++) {
            won[results[i] % 3]++;
        }
        int pair = results[begin] / 3;
        return new PairCount(pair / models, pair % models, won[FIRST], won[SECOND], won[NEITHER], 0);
    }
}
