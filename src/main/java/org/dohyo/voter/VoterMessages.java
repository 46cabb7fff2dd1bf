package org.dohyo.voter;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts about the terms and about bans, for voters and for the desk's page on the terms. */
@MessageBundle("voter")
public interface VoterMessages {

    @Message("Terms")
    String terms();

    @Message("Only people who have signed in may vote here. Your votes stay anonymous: the public log doesn’t show who you are.")
    String signInFirst();

    @Message("Sign in to vote")
    String signIn();

    @Message("You have signed in, but you aren’t in a group that may vote here. Ask the people who run this arena.")
    String notInAGroup();

    @Message("Version {version} of {date}")
    String version(int version, String date);

    @Message("The people who run this arena have banned you: you can't start battles or vote. You can still view and delete your stored data under \"My battles\".")
    String banned();

    @Message("Voters agree to the latest version before their next prompt; for programs, sending the next prompt counts as agreement. Published versions remain readable.")
    String deskIntro();

    @Message("Current: version {version} of {date}")
    String inForce(int version, String date);

    @Message("Next version")
    String next();

    @Message("{language} (Markdown)")
    String markdown(String language);

    @Message("Save and preview")
    String save();

    @Message("Preview")
    String preview();

    @Message("Publish version {version}")
    String publish(int version);

    @Message("Everyone will be asked to agree again. Publish?")
    String sure();

    @Message("No draft yet. Once saved, it is shown below before anyone else can see it.")
    String noDraft();

    @Message("These terms allow prompts and answers to be published")
    String allowsPublication();

    @Message("Tick this only if the texts say so. Releases of data contain only battles that began under such terms.")
    String allowsPublicationHint();

    @Message("allows publication")
    String publication();

    @Message("Published versions")
    String versions();

    @Message("These terms have not been published in your language yet. They are shown in {language}.")
    String otherLanguage(String language);

    @Message("The current terms are version {version}.")
    String currentTerms(int version);

    @Message("must be a published version")
    String published();

    @Message("Somebody else has just published terms; read them first.")
    String publishedMeanwhile();

    @Message("must be given, with at most {most} characters and no U+0000")
    String textNeeded(int most);

    @Message("Only people who have signed in may vote here: open {address}.")
    String signInToVote(String address);

    @Message("You are in none of the groups that may vote here (dohyo.oidc.voter-groups).")
    String notAVoter();

    @Message("The data of this voter has just been deleted. Please start again.")
    String erased();
}
