package org.dohyo.project.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page of a project's boards. */
@MessageBundle("projectboard")
public interface BoardMessages {

    @Message("Board")
    String title();

    @Message("Back to the project")
    String back();

    @Message("Criteria")
    String criteria();

    @Message("Overall")
    String overall();

    @Message("{judgements} judgements of {annotators} annotators")
    String counted(String judgements, String annotators);

    @Message("computed {time}")
    String computed(String time);

    @Message("{entries} newer log entries are being added.")
    String newer(String entries);

    @Message("No judgements yet")
    String empty();

    @Message("The board appears within seconds of the first judgement.")
    String emptyHelp();

    @Message("Not enough data yet")
    String notEnough();

    @Message("A rating is preliminary until its model has {least} judgements and has both won and lost. Don’t decide by preliminary ratings.")
    String notEnoughHelp(int least);

    @Message("There is only one annotator: the intervals say nothing about what other people would prefer.")
    String oneAnnotator();

    @Message("Rank")
    String rank();

    @Message("Model")
    String model();

    @Message("Rating")
    String rating();

    @Message("Judgements")
    String judgements();

    @Message("{low} to {high}")
    String range(int low, int high);

    @Message("preliminary")
    String preliminary();

    @Message("not comparable yet")
    String apart();

    @Message("no judgements")
    String none();

    @Message("400 points are odds of ten to one. Intervals hold with 95% and treat the judgements of one annotator as belonging together. All ranges of ranks hold at once with 95%. Annotators who were left out don’t count.")
    String note();

    @Message("Price and speed")
    String values();

    @Message("Prices and speeds are those of this arena’s models with the same short name.")
    String valuesNote();

    @Message("No model here has the short name of an arena model with a known price or speed.")
    String noValues();

    @Message("Checkpoints")
    String lines();

    @Message("{later} against {earlier}")
    String step(String later, String earlier);

    @Message("Set a line of checkpoints")
    String setLine();

    @Message("Checkpoints of one model, the oldest first, one name per line. A line of the same name is replaced; without models it is removed.")
    String setLineHint();

    @Message("Name of the line")
    String lineName();

    @Message("Models")
    String lineModels();

    @Message("Is B better than A?")
    String compare();

    @Message("Choose two models. You may look after every judgement: a decision is wrong with a probability of at most 5%, whenever you stop.")
    String compareHint();

    @Message("A (so far)")
    String modelA();

    @Message("B (new)")
    String modelB();

    @Message("Compare")
    String compareButton();

    @Message("{b} is better than {a}.")
    String better(String a, String b);

    @Message("{b} is worse than {a}.")
    String worse(String a, String b);

    @Message("{a} and {b} differ by less than the margin.")
    String equivalent(String a, String b);

    @Message("Not decided yet between {a} and {b}.")
    String notYet(String a, String b);

    @Message("About {votes} more judgements will decide if they go as the ones so far.")
    String stillNeeded(String votes);

    @Message("Decided after {votes} judgements.")
    String decidedAfter(String votes);

    @Message("Mean score of B")
    String estimate();

    @Message("{estimate} ({low} to {high})")
    String interval(String estimate, String low, String high);

    @Message("Evidence for B")
    String evidenceBetter();

    @Message("Evidence for A")
    String evidenceWorse();

    @Message("The score is 1 if all prefer B and −1 if all prefer A; the interval holds at any time with 95%. Evidence (an e-value) of 40 decides. Few annotators with many judgements each speak for themselves only.")
    String compareNote();

    @Message("Who sees this board")
    String readers();

    @Message("Owners and viewers see it. Annotators may see it too, which can influence how they judge.")
    String readersHint();

    @Message("Annotators see the board")
    String annotatorsSee();

    @Message("Save")
    String save();

    @Message("JSON")
    String json();
}
