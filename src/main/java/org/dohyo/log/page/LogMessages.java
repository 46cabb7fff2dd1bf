package org.dohyo.log.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page on the log. */
@MessageBundle("log")
public interface LogMessages {

    @Message("Public log")
    String title();

    @Message("Each vote, each change to one, and what the arena itself does with models and boards is an entry here. Entries are only ever added. The arena signs their number and a value that follows from all of them, so nothing can be changed or removed unnoticed.")
    String lead();

    @Message("How votes become ratings")
    String method();

    @Message("Newest checkpoint")
    String checkpoint();

    @Message("Entries")
    String size();

    @Message("Signed")
    String signed();

    @Message("Root")
    String root();

    @Message("Key")
    String key();

    @Message("There is no signed checkpoint yet. A new arena has one within seconds. An older log is being given its tree, or its key can’t be opened; its entries are below all the same.")
    String noCheckpoint();

    @Message("This arena or a witness has seen another log than this one, or more of it. Until an admin has explained and confirmed that, nothing new is signed; votes are still taken.")
    String held();

    @Message("Witnesses")
    String witnesses();

    @Message("Witness")
    String witness();

    @Message("No witness has signed this log.")
    String noWitnesses();

    @Message("Verify it yourself")
    String verify();

    @Message("Read the newest signed size and root, and compare them with what others have seen:")
    String verifyRoot();

    @Message("Check every entry, every signature and the published boards with a copy of this application. Done again later, it also proves that the log has only grown:")
    String verifyAll();

    @Message("Check the receipt of a vote, which is offered after it and in your battles. It proves, without a network, that the vote is in the log:")
    String verifyReceipt();

    @Message("All addresses, for programs")
    String addresses();

    @Message("the newest signed size and root (C2SP tlog-checkpoint)")
    String addressCheckpoint();

    @Message("the keys that have signed")
    String addressKeys();

    @Message("hashes and entries (C2SP tlog-tiles)")
    String addressTiles();

    @Message("the same entries as JSON")
    String addressEntries();

    @Message("Newest entries")
    String entries();

    @Message("Entries before number {position}")
    String entriesBefore(String position);

    @Message("Number")
    String position();

    @Message("Time (UTC)")
    String time();

    @Message("Entry")
    String entry();

    @Message("The log has no entries yet.")
    String noEntries();

    @Message("There are no entries before this one.")
    String noneBefore();

    @Message("Older entries")
    String older();

    @Message("Newest entries")
    String newest();

    @Message("Vote: {#switch outcome}{#case 'A'}{a} better than {b}{#case 'B'}{b} better than {a}{#case 'TIE'}{a} and {b} equally good{#case 'BOTH_BAD'}neither {a} nor {b} good{/switch}")
    String cast(String outcome, String a, String b);

    @Message("{entry} (not counted: {reason})")
    String notCounted(String entry, String reason);

    @Message("Vote on {a} and {b} withdrawn by its voter")
    String withdrawn(String a, String b);

    @Message("Vote on {a} and {b} excluded: {reason}")
    String excluded(String a, String b, String reason);

    @Message("Vote on {a} and {b} returned: {reason}")
    String restored(String a, String b, String reason);

    @Message("Vote on {a} and {b} left out ({reason})")
    String leftOut(String a, String b, String reason);

    @Message("New model: {model}")
    String registered(String model);

    @Message("New model, known from imported votes: {model}")
    String imported(String model);

    @Message("Settings of {model} changed (revision {revision})")
    String revised(String model, int revision);

    @Message("{model} takes part")
    String activated(String model);

    @Message("{model} takes part from {from}")
    String activatedFrom(String model, String from);

    @Message("{model} takes part until {to}")
    String activatedTo(String model, String to);

    @Message("{model} takes part from {from} until {to}")
    String activatedWithin(String model, String from, String to);

    @Message("{model} takes no part any more")
    String retired(String model);

    @Message("{model} retired for good")
    String retiredForGood(String model);

    @Message("{#if models == 1}Planned share of one model{#else}Planned shares of {models} models{/if}")
    String planned(int models);

    @Message("{#if boards == 1}Digest of one board{#else}Digests of {boards} boards{/if}")
    String published(int boards);

    @Message("Another entry ({kind})")
    String other(String kind);
}
