package org.dohyo.leaderboard.exposure;

import java.time.Instant;
import java.util.List;

import org.dohyo.web.csv.CsvTable;

/**
 * How often models were seen; the JSON of the public interface. Imported votes are among the votes, not the battles.
 *
 * @param battlesUntil battles that began before count, once they are over: later ones would say who fights now
 */
public record Exposure(Instant battlesUntil, List<OfModel> models, List<OfMaker> organizations) {

    private static final CsvTable<OfModel> CSV = CsvTable.<OfModel> of().column("slug", OfModel::slug)
            .column("name", OfModel::name).column("organization", OfModel::organization)
            .column("battles", OfModel::battles).column("votes", OfModel::votes).column("share", OfModel::share);

    /**
     * A model.
     *
     * @param organization empty if it isn't known
     * @param battles blind battles here
     * @param votes counted votes
     * @param share of the sides of all battles, 0 … 1; null before the first
     */
    public record OfModel(String slug, String name, String organization, long battles, long votes, Double share) {
    }

    /**
     * All models of a maker.
     *
     * @param variants how many of them were known by code names and are published or retired by now; null unless one of
     *        them was published and there are two or more
     * @param expectedMaximum of so many standard normal numbers
     * @param penalty what choosing the best of so many equal variants adds to its rating, in points; null if unknown
     */
    public record OfMaker(String organization, int models, long battles, long votes, Double share, Integer variants,
            Double expectedMaximum, Double penalty) {
    }

    /** One line for each model. */
    public String csv() {
        return CSV.write(models.stream());
    }
}
