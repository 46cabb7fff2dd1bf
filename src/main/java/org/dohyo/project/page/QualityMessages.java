package org.dohyo.project.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page on the quality of a project's judgements. */
@MessageBundle("quality")
public interface QualityMessages {

    @Message("Quality of judgements")
    String title();

    @Message("How far your annotators agree, and how carefully they work. {count} judgements count.")
    String intro(long count);

    @Message("There are more judgements than these figures are computed from: they are about the newest 100,000 of each criterion.")
    String newest();

    @Message("Newer figures are being computed; reload this page in a moment.")
    String pending();

    @Message("Nobody has judged anything yet.")
    String none();

    @Message("Agreement")
    String agreement();

    @Message("Krippendorff’s alpha: 1 is full agreement, 0 is chance. Nominal takes all choices as different, ordinal weighs a difference by its distance. Strangers with a taste of their own reach about 0.3, trained annotators 0.8. Intervals are 95%.")
    String agreementHint();

    @Message("Criterion")
    String criterion();

    @Message("Alpha, nominal")
    String nominal();

    @Message("Alpha, ordinal")
    String ordinal();

    @Message("Equal pairs")
    String pairwise();

    @Message("Items")
    String items();

    @Message("Overall")
    String overall();

    @Message("Time per item")
    String time();

    @Message("Median, and the middle half, from opening to judging.")
    String timeHint();

    @Message("over time")
    String overTime();

    @Message("Items with two or more judgements, in tenths, in the order in which they were finished.")
    String overTimeHint();

    @Message("Until")
    String until();

    @Message("Annotators")
    String annotators();

    @Message("Diagnostics, not marks: whoever has a rare but sound taste disagrees too. Discrimination is 1 for telling models apart as the others do and 0 for chance.")
    String annotatorsHint();

    @Message("No.")
    String number();

    @Message("Judged")
    String judged();

    @Message("As the others")
    String withRest();

    @Message("Alpha without")
    String alphaWithout();

    @Message("Known answers")
    String goldHits();

    @Message("As before")
    String self();

    @Message("Discrimination")
    String discrimination();

    @Message("Counts")
    String counts();

    @Message("yes")
    String yes();

    @Message("left out: {reason}")
    String leftOut(String reason);

    @Message("Leave out")
    String leaveOut();

    @Message("Leave annotator {number} out")
    String leaveOutOne(int number);

    @Message("Bring back")
    String bringBack();

    @Message("Bring annotator {number} back")
    String bringBackOne(int number);

    @Message("Reason")
    String reason();

    @Message("Left out and brought back")
    String history();

    @Message("Annotator {number} was left out by {who}")
    String wasLeftOut(int number, String who);

    @Message("Annotator {number} was brought back by {who}")
    String wasBroughtBack(int number, String who);

    @Message("Disputed items")
    String disputed();

    @Message("The most disagreement first, by the overall criterion. Your final judgement stands beside those of the annotators and changes none of them.")
    String disputedHint();

    @Message("No item has judgements that differ.")
    String noneDisputed();

    @Message("{a}: {first} · neither: {neither} · {b}: {second}")
    String votes(String a, int first, int neither, String b, int second);

    @Message("Final judgement")
    String finalJudgement();

    @Message("Comment")
    String comment();

    @Message("Save the final judgement")
    String decide();

    @Message("{model} is better")
    String better(String model);

    @Message("{model} is much better")
    String muchBetter(String model);

    @Message("tie")
    String tie();

    @Message("both bad")
    String bothBad();

    @Message("Known answers")
    String gold();

    @Message("Annotators get these items among the others and can’t tell them apart. They count nowhere else.")
    String goldHint();

    @Message("Mark an item")
    String goldAdd();

    @Message("Prompt id")
    String prompt();

    @Message("First model")
    String modelA();

    @Message("Second model")
    String modelB();

    @Message("Known answer")
    String known();

    @Message("the first is better")
    String firstBetter();

    @Message("the second is better")
    String secondBetter();

    @Message("Mark")
    String mark();

    @Message("Unmark")
    String unmark();

    @Message("Unmark {prompt}")
    String unmarkOne(String prompt);

    @Message("Upload known answers")
    String goldUpload();

    @Message("CSV with a head or JSON with prompt_id, model_a, model_b and gold (A, B or tie).")
    String goldUploadHint();

    @Message("What is mixed in")
    String rates();

    @Message("Known answers in a hundred items (0 to 50)")
    String goldPercent();

    @Message("Items again in a hundred, with the sides swapped (0 to 50)")
    String repeatPercent();

    @Message("An item comes again at the earliest after five others.")
    String repeatHint();

    @Message("Save")
    String save();
}
