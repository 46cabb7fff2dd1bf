package org.dohyo.integrity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk's pages on suspicious votes. */
@MessageBundle("integrity")
public interface IntegrityMessages {

    @Message("Suspicious votes")
    String title();

    @Message("Votes with something in common that are hard to explain as judgements of answers. Votes in quarantine don’t count until somebody has reviewed them here. Each step is an entry in the public log and can be taken back.")
    String intro();

    @Message("Nothing suspicious so far.")
    String none();

    @Message("{#switch kind}{#case 'VOTER'}Voter {key}{#case 'NETWORK'}One network on one day ({key}){#case 'PROMPT'}One prompt on one day ({key}){#case 'ARRIVAL'}New voters of {key}{/switch}")
    String common(String kind, String key);

    @Message("{#switch standing}{#case 'CLEAN'}counts{#case 'SUSPECTED'}watched, counts{#case 'QUARANTINED'}in quarantine{#case 'EXCLUDED'}excluded{#case 'CLEARED'}cleared, counts{/switch}")
    String standing(String standing);

    @Message("{#switch what}{#case 'leaning'}The votes are for {model} far more often than everyone else’s votes let expect.{#case 'against'}The votes are against {model} far more often than everyone else’s votes let expect.{#case 'promoting'}The votes are what someone would cast who wants {model} to rise, whatever the answers say.{#case 'coin'}The votes look as if a coin had been tossed: the models make no difference.{/switch}")
    String why(String what, String model);

    @Message("At its strongest, the evidence was such that at most one in {number} honest ones ever reaches it.")
    String oneIn(long number);

    @Message("{number} votes judged")
    String votes(long number);

    @Message("Review")
    String review();

    @Message("All suspicious votes")
    String back();

    @Message("How the evidence grew")
    String chart();

    @Message("The evidence after each vote: 1 means none. Above the lower dashed line ({lower}) votes are put in quarantine, above the upper one ({upper}) they are excluded if few enough honest votes look like that.")
    String chartHint(long lower, long upper);

    @Message("Quarantine")
    String quarantineBar();

    @Message("Exclusion")
    String exclusionBar();

    @Message("Judgements")
    String judgements();

    @Message("{#if who}{who}{#else}the arena ({method}){/if}")
    String decidedBy(String who, String method);

    @Message("confidence {percent}%")
    String confidence(String percent);

    @Message("Decide")
    String decide();

    @Message("Reason, for the desk")
    String reason();

    @Message("Clear: the votes count")
    String clear();

    @Message("Exclude")
    String exclude();

    @Message("A decision of a person stands: the arena doesn’t change it.")
    String decideHint();

    @Message("The votes of this voter")
    String itsVotes();

    @Message("Moderators can decide on these votes.")
    String lookOnly();

    @Message("Voter, network and prompt are shown by tags. Those of networks and prompts say nothing outside their day.")
    String tags();

    @Message("The arena knows nothing of such votes.")
    String unknown();

    @Message("These votes are {standing} already.")
    String decided(String standing);
}
