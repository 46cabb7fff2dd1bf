package org.dohyo.leaderboard.exposure;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page on exposure. */
@MessageBundle("exposure")
public interface ExposureMessages {

    @Message("How often models were seen")
    String title();

    @Message("Who is drawn more often gets more data, and who tries more variants picks the best by luck as well as by merit. So both are public.")
    String lead();

    @Message("Blind battles that began before {until} and are over, counted votes up to now. Later battles aren’t shown: they would say who fights now.")
    String until(String until);

    @Message("By organization")
    String byMaker();

    @Message("By model")
    String byModel();

    @Message("Organization")
    String maker();

    @Message("unknown")
    String unknown();

    @Message("Models")
    String models();

    @Message("Model")
    String model();

    @Message("Battles")
    String battles();

    @Message("Votes")
    String votes();

    @Message("Share of sides")
    String share();

    @Message("No battle and no vote has been counted yet.")
    String none();

    @Message("Variants under code names")
    String variants();

    @Message("The best of several equal variants seems better than it is: on average by E[max] standard errors, where E[max] is the expected maximum of as many standard normal numbers. Counted are variants that were published, or retired without it; those still drawn under a code name are not.")
    String variantsText();

    @Message("Variants")
    String number();

    @Message("E[max]")
    String maximum();

    @Message("Points by chance")
    String penalty();

    @Message("These figures as")
    String data();
}
