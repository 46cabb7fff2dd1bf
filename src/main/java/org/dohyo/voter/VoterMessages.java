package org.dohyo.voter;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts about the terms and about bans, for voters and for the desk's page on the terms. */
@MessageBundle("voter")
public interface VoterMessages {

    @Message("Terms")
    String terms();

    @Message("Version {version} of {date}")
    String version(int version, String date);

    @Message("The people who run this arena have banned you from it: you can't start battles or vote. What is kept of you can still be read and deleted under \"My battles\".")
    String banned();

    @Message("Voters agree to the newest version before their next prompt; a program's next prompt counts as agreement. Published versions stay readable for ever.")
    String deskIntro();

    @Message("In force: version {version} of {date}")
    String inForce(int version, String date);

    @Message("Next version")
    String next();

    @Message("{language} (Markdown)")
    String markdown(String language);

    @Message("Save and show")
    String save();

    @Message("How it will look")
    String preview();

    @Message("Publish version {version}")
    String publish(int version);

    @Message("Everybody is asked to agree again. Publish it?")
    String sure();

    @Message("Nothing is saved yet. What you save here is shown below before anybody else sees it.")
    String noDraft();

    @Message("Published versions")
    String versions();
}
