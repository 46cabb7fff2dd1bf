package org.dohyo.dataset.release;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages on releases of data. */
@MessageBundle("release")
public interface ReleaseMessages {

    @Message("Data releases")
    String title();

    @Message("Votes with their conversations, for research. Each release has the votes whose voters agreed to terms that allow publication; what looked personal was redacted. A release never changes. If a text in it is erased, it is withdrawn.")
    String intro();

    @Message("Nothing has been released yet.")
    String empty();

    @Message("The ratings, pairs and the log of votes are public at any time: see the links below.")
    String emptyHelp();

    @Message("{#if n == 1}1 record{#else}{n} records{/if} · {license} · published on {date} · {#if redactions == 1}1 redaction{#else}{redactions} redactions{/if}")
    String facts(long n, String license, String date, long redactions);

    @Message("Withdrawn on {date}: {reason}")
    String withdrawn(String date, String reason);

    @Message("Issued anew as release {id}.")
    String replacedBy(long id);

    @Message("Issued anew in place of release {id}.")
    String replaces(long id);

    @Message("File")
    String file();

    @Message("Bytes")
    String size();

    @Message("The log’s checkpoint (size {size})")
    String checkpoint(long size);

    @Message("Board of the release")
    String board();

    @Message("The board of {title}")
    String boardOf(String title);

    @Message("Back to the releases")
    String back();

    @Message("Its board was withdrawn with it.")
    String boardGone();

    @Message("This release has no board.")
    String noBoard();

    @Message("Its records give no ratings, or it was published before releases had boards.")
    String noBoardHelp();

    @Message("The ratings that this release’s records give by themselves, by the method of the leaderboard. They were computed when it was published and never change. The leaderboard has more votes and moves on.")
    String boardLead();

    @Message("{votes} votes · published on {date}")
    String boardFacts(String votes, String date);

    @Message("Figures")
    String boardTable();

    @Message("Releases")
    String releases();

    @Message("New draft")
    String newDraft();

    @Message("A draft has the votes in the ratings whose texts may be published: their voters agreed to terms that allow it and didn’t keep the conversation out. It is searched for personal data, and nothing is public before you publish it.")
    String draftHint();

    @Message("Title")
    String name();

    @Message("Licence")
    String license();

    @Message("Make draft")
    String make();

    @Message("draft")
    String draft();

    @Message("being prepared")
    String preparing();

    @Message("search failed")
    String failed();

    @Message("The votes are being searched for personal data in the background. You can leave this page; the draft is reviewed once the search is over.")
    String preparingHint();

    @Message("{percent}% of the log searched.")
    String searched(long percent);

    @Message("The search ended by an error: {reason}.")
    String failedBy(String reason);

    @Message("Go on with the search")
    String retry();

    @Message("scheduled")
    String bySchedule();

    @Message("Schedule")
    String schedule();

    @Message("Drafts are made by themselves at midnight (UTC) when a week, month or quarter begins. Nothing is published before you have reviewed a draft and publish it; while one awaits its review, no further one is made.")
    String scheduleHint();

    @Message("The next draft is due on {date}.")
    String nextDraft(String date);

    @Message("How often")
    String cadence();

    @Message("Never")
    String off();

    @Message("Every week, on Monday")
    String weekly();

    @Message("Every month, on the 1st")
    String monthly();

    @Message("Every quarter, on the 1st")
    String quarterly();

    @Message("Each draft adds its date.")
    String scheduledTitleHint();

    @Message("Only votes since the last scheduled release")
    String sinceLast();

    @Message("Save schedule")
    String saveSchedule();

    @Message("Scheduled drafts of data releases to review: {n}")
    String toReview(long n);

    @Message("published")
    String published();

    @Message("withdrawn")
    String withdrawnState();

    @Message("{#if n == 1}1 battle{#else}{n} battles{/if}")
    String battles(int n);

    @Message("No releases yet.")
    String none();

    @Message("{#if n == 1}1 place looks personal. It is redacted unless you keep it.{#else}{n} places look personal. All of them are redacted unless you keep them.{/if}")
    String findings(long n);

    @Message("No place in this draft looks personal.")
    String noFindings();

    @Message("{#switch kind}{#case 'email'}E-mail address{#case 'phone'}Phone number{#case 'address'}Address{#case 'key'}Key or password{#else}{kind}{/switch}")
    String kind(String kind);

    @Message("{#switch place}{#case 'PROMPT'}prompt {turn}{#case 'A'}answer A, turn {turn}{#case 'B'}answer B, turn {turn}{/switch}")
    String place(String place, int turn);

    @Message("Keep in the text")
    String keep();

    @Message("Redact")
    String redact();

    @Message("is kept")
    String kept();

    @Message("is redacted")
    String redacted();

    @Message("Next")
    String next();

    @Message("Publish")
    String publish();

    @Message("Publish this release? It can’t be changed afterwards.")
    String publishSure();

    @Message("Discard draft")
    String discard();

    @Message("Withdraw")
    String withdraw();

    @Message("Reason (public)")
    String reason();

    @Message("Withdraw this release? Its files are deleted.")
    String withdrawSure();

    @Message("Issue anew")
    String anew();

    @Message("A new draft with the same votes, without those that may no longer be published. Your decisions are kept.")
    String anewHint();

    @Message("See it on the public page")
    String seePublic();

    @Message("There is no such release.")
    String noSuchRelease();

    @Message("There is no such finding.")
    String noSuchFinding();

    @Message("This release has no file of this name.")
    String noSuchFile();

    @Message("This release is not withdrawn.")
    String notWithdrawn();

    @Message("Draft {id} stands in place of this release already.")
    String alreadyDrafted(long id);

    @Message("The log has no checkpoint yet.")
    String noCheckpoint();

    @Message("The search of this draft did not fail.")
    String notFailed();

    @Message("This release is published already.")
    String publishedAlready();

    @Message("This draft has not been searched to its end.")
    String stillPreparing();

    @Message("This release is not published.")
    String notPublished();

    @Message("No vote of this draft may be published now.")
    String nothingToPublish();

    @Message("A text was erased while the release was written. Publish it again.")
    String erasedMeanwhile();

    @Message("A text in it was erased.")
    String textErased();

    @Message("A voter took a conversation out of public data.")
    String conversationWithheld();

    @Message("This release was withdrawn: {reason}")
    String releaseWithdrawn(String reason);

    @Message("This release was withdrawn meanwhile.")
    String withdrawnMeanwhile();
}
