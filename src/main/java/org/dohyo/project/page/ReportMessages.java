package org.dohyo.project.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of a project's report. */
@MessageBundle("report")
public interface ReportMessages {

    @Message("Report")
    String title();

    @Message("Print or save as PDF")
    String print();

    @Message("As of")
    String asOf();

    @Message("Summary")
    String summary();

    @Message("Prompts")
    String prompts();

    @Message("Models")
    String models();

    @Message("Annotators")
    String annotators();

    @Message("Judgements")
    String judgements();

    @Message("Items")
    String items();

    @Message("Nothing has been judged yet. The boards appear with the first judgements.")
    String nothing();

    @Message("{number} judgements")
    String judged(long number);

    @Message("No judgement by this criterion yet.")
    String noJudgements();

    @Message("Model")
    String model();

    @Message("Rating")
    String rating();

    @Message("95% interval")
    String interval();

    @Message("Fewer than 50 judgements, or they alone give no finite rating: don’t decide by it.")
    String preliminaryHint();

    @Message("Possible ranks")
    String ranks();

    @Message("The judgements don’t connect all models. Ratings of models that they don’t connect can’t be compared.")
    String notComparable();

    @Message("Krippendorff’s alpha {alpha} (95% interval {low} to {high}) on {items} items with two or more judgements.")
    String alpha(String alpha, String low, String high, long items);

    @Message("Agreement can’t be measured yet: it needs items with two or more differing judgements.")
    String noAlpha();

    @Message("Ordinal: a larger difference counts more.")
    String ordinal();

    @Message("Nominal: A, B, tie and both bad are four categories without an order.")
    String nominal();

    @Message("Disputed items")
    String disputed();

    @Message("No item has differing judgements by the overall criterion.")
    String noneDisputed();

    @Message("By the overall criterion annotators differ most about these {shown} items:")
    String disputedHint(int shown);

    @Message("For one")
    String forOne();

    @Message("For the other")
    String forOther();

    @Message("Neither")
    String neither();

    @Message("Method")
    String method();

    @Message("Annotators compared two recorded answers to the same prompt at a time, without the models’ names before or after. Each item was to get {votes} judgements by different people. Each annotator saw every model about equally often on either side, and no pair at a prompt twice, but for planned repeats, which don’t count.")
    String methodQueue(int votes);

    @Message("Ratings are strengths of a cumulative-link Bradley–Terry model with thresholds of its own for each scale, on the Elo scale with a mean of 1000: 400 points are odds of ten to one. A tie and both bad are the middle of the scale. All possible ranks hold at once with 95%. The 95% intervals are by annotators: judgements of one person hang together, so the intervals are about other annotators, too.")
    String methodRating();

    @Message("Agreement is Krippendorff’s alpha with a bootstrap interval over items: 1 is agreement, 0 chance.")
    String methodAgreement();

    @Message("The judgements of {number} annotators were left out by the owner.")
    String leftOut(long number);
}
