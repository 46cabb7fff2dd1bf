package org.dohyo.leaderboard.agreement;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts on the agreement of judgements with people's votes. */
@MessageBundle("agreement")
public interface AgreementMessages {

    @Message("Agreement with people")
    String title();

    @Message("{n} comparisons of two models at the same prompt, by the commonest outcome on each side.")
    String onPrompts(int n);

    @Message("{n} pairs of models, by which of the two won more often: there are not enough shared prompts ({prompts}; {needed} are needed).")
    String onModels(int n, int prompts, int needed);

    @Message("Not enough is shared with people’s votes: {prompts} comparisons of two models at the same prompt and {pairs} pairs of models. From {needed} of either on, agreement is shown.")
    String notEnough(int prompts, int pairs, int needed);

    @Message("Cohen’s kappa (95%)")
    String kappa();

    @Message("Krippendorff’s alpha (95%)")
    String alpha();

    @Message("Same outcome")
    String agreed();

    @Message("1 is full agreement, 0 is what chance gives. Kappa takes a tie for a third outcome; for alpha a tie is closer to a win than a defeat is.")
    String note();
}
