package org.dohyo.project.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page on a project's automatic judge. */
@MessageBundle("judge")
public interface JudgeMessages {

    @Message("Judge beside people")
    String title();

    @Message("A model of this arena judges every item in both orders. People’s judgements stay the truth: the judge only makes their intervals narrower, and annotators never see it.")
    String intro();

    @Message("No model has been asked yet.")
    String none();

    @Message("Ask a judge")
    String start();

    @Message("Model")
    String model();

    @Message("There is no model with an endpoint. An admin can add one.")
    String noModels();

    @Message("Prompt. Keep the letters a and b in braces: the two conversations take their places. The verdict is read from [[A]], [[B]] or [[C]]")
    String template();

    @Message("Estimate the cost")
    String forecast();

    @Message("{calls} calls, about {prompt} tokens of prompts and {completion} of answers. Cost: {cost}")
    String forecastShown(String calls, String prompt, String completion, String cost);

    @Message("unknown, as the model has no price")
    String noPrice();

    @Message("Start")
    String begin();

    @Message("running")
    String running();

    @Message("finished")
    String finished();

    @Message("cancelled")
    String cancelled();

    @Message("Calls with a verdict")
    String answered();

    @Message("Answered without one")
    String unreadable();

    @Message("Failed")
    String failed();

    @Message("{prompt} tokens of prompts, {completion} of answers")
    String tokens(long prompt, long completion);

    @Message("Cancel")
    String cancel();

    @Message("Go on")
    String resume();

    @Message("The prompt of this run")
    String prompt();

    @Message("How far it agrees with people")
    String trust();

    @Message("Cohen’s kappa with people’s majority")
    String kappa();

    @Message("Krippendorff’s alpha, judge and people")
    String alpha();

    @Message("Same side as people")
    String equal();

    @Message("Its two orders contradict each other")
    String contradictions();

    @Message("Of these, for whatever came first")
    String first();

    @Message("Items")
    String items();

    @Message("95% interval")
    String interval();

    @Message("Figure")
    String figure();

    @Message("Measure")
    String measure();

    @Message("Ratings by people, with and without the judge")
    String ratings();

    @Message("Both rest on people’s judgements. With the judge, its verdicts on items that people haven’t judged take part of the chance out of the sample (power {power}; 0 ignores the judge). Intervals take judgements on one prompt as hanging together.")
    String ratingsHint(String power);

    @Message("Both rest on people’s judgements. With the judge, its verdicts on items that people haven’t judged take part of the chance out of the sample (power {power}; 0 ignores the judge). Intervals take judgements by one annotator as hanging together.")
    String ratingsHintAnnotators(String power);

    @Message("People have judged too little for ratings.")
    String noRatings();

    @Message("With the judge")
    String with();

    @Message("People alone")
    String without();

    @Message("Models that people haven’t judged yet")
    String newcomers();

    @Message("A start predicted from the judge alone, with an interval from its errors on {count} models that people have judged. It is no rating; judgements replace it.")
    String newcomersHint(int count);

    @Message("predicted")
    String predicted();
}
