package org.dohyo.leaderboard.agreement;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts on the agreement of judgements with people's votes. */
@MessageBundle("agreement")
public interface AgreementMessages {

    @Message("Agreement with people")
    String title();

    @Message("{#if n == 1}1 pair of models was{#else}{n} pairs of models were{/if} compared both here and by people ({judgements} results here, {votes} votes of people). Set against each other is which of the two won more often.")
    String basis(int n, long judgements, long votes);

    @Message("{#if n == 1}1 pair of models was{#else}{n} pairs of models were{/if} compared both here and by people. From {needed} on, agreement is shown.")
    String notEnough(int n, int needed);

    @Message("Cohen’s kappa (95%)")
    String kappa();

    @Message("Krippendorff’s alpha (95%)")
    String alpha();

    @Message("Same result")
    String agreed();

    @Message("1 is full agreement, 0 is what chance gives. Kappa takes a tie for a third result; for alpha a tie is closer to a win than a defeat is. A pair counts once, however many votes it has.")
    String note();

    @Message("This board has no votes yet.")
    String noVotes();
}
