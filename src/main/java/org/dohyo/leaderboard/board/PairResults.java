package org.dohyo.leaderboard.board;

import java.util.List;

import org.dohyo.web.csv.CsvTable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Every pair with a vote in a category, each once; the JSON of the public interface.
 *
 * @param logSize the size of the log that was counted
 */
@Schema(name = "Pairs")
public record PairResults(String category, long logSize, List<PairResult> pairs) {

    private static final CsvTable<PairResult> CSV = CsvTable.<PairResult> of().column("modelA", PairResult::modelA)
            .column("modelB", PairResult::modelB).column("votes", PairResult::votes).column("winsA", PairResult::winsA)
            .column("winsB", PairResult::winsB).column("ties", PairResult::ties).column("bothBad", PairResult::bothBad)
            .column("winRate", PairResult::winRate).column("low", PairResult::low).column("high", PairResult::high);

    /** One line for each pair. */
    public String csv() {
        return CSV.write(pairs.stream());
    }
}
