package org.dohyo.project.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk's pages on projects. */
@MessageBundle("project")
public interface ProjectMessages {

    @Message("Projects")
    String title();

    @Message("A project compares recorded answers in private: your prompts, your annotators, your board. Nothing of it reaches the public leaderboard.")
    String intro();

    @Message("There is no project yet.")
    String none();

    @Message("You have no part in any project. An admin or an owner can add you.")
    String noneForYou();

    @Message("New project")
    String create();

    @Message("Name")
    String name();

    @Message("Short name in addresses (a-z, 0-9, hyphens)")
    String slug();

    @Message("Instructions for annotators (Markdown)")
    String instructions();

    @Message("Votes per item")
    String votesPerItem();

    @Message("Minutes an item is kept for the annotator who opened it")
    String reserveMinutes();

    @Message("Deadline (empty for none)")
    String deadline();

    @Message("Create project")
    String createButton();

    @Message("archived")
    String archived();

    @Message("created")
    String created();

    @Message("Prompts and answers")
    String content();

    @Message("{prompts} prompts · {models} models · {answers} answers")
    String counts(long prompts, int models, long answers);

    @Message("Upload prompts")
    String uploadPrompts();

    @Message("JSON Lines or a JSON array with id and text or turns, CSV with a head, or a text with one prompt a line. UTF-8.")
    String promptsHint();

    @Message("Upload answers")
    String uploadAnswers();

    @Message("FastChat, rakuda, shaberi, flexeval and llmfao files are recognized, as are records with prompt id, model and answer.")
    String answersHint();

    @Message("File")
    String file();

    @Message("Format")
    String format();

    @Message("Text, one prompt a line")
    String formatText();

    @Message("Model of all answers (empty: as named in the file)")
    String model();

    @Message("Accept models that leave prompts unanswered")
    String partial();

    @Message("Upload")
    String upload();

    @Message("{read} records read: {stored} stored, {known} already known.")
    String uploaded(String read, String stored, String known);

    @Message("Left out of comparisons, because they name their own model: {answers}.")
    String uploadedNaming(String answers);

    @Message("Nothing was stored.")
    String refused();

    @Message("The server can't be reached. Nothing was stored.")
    String lost();

    @Message("Record {number}")
    String record(String number);

    @Message("and {number} more")
    String more(String number);

    @Message("Uploading…")
    String uploading();

    @Message("Answers by prompt and model")
    String matrix();

    @Message("Prompt")
    String prompt();

    @Message("answered")
    String answered();

    @Message("missing")
    String missing();

    @Message("failed")
    String failed();

    @Message("names its model: {words}")
    String namesModel(String words);

    @Message("Answers that name their own model or its maker: {answers}. Whoever compared them wouldn’t be blind, so they "
            + "are left out of the plan, just as votes on such answers in battles don’t count.")
    String namingAnswers(long answers);

    @Message("{model}: {naming} of {answers} answers")
    String namingModel(String model, long naming, long answers);

    @Message("Upload prompts first, then the models' answers.")
    String noContent();

    @Message("No model has answered yet.")
    String noAnswers();

    @Message("Marked passages")
    String passages();

    @Message("Good")
    String good();

    @Message("Bad")
    String bad();

    @Message("annotator {number}")
    String byAnnotator(int number);

    @Message("Page {page} of {pages}")
    String page(int page, int pages);

    @Message("Previous")
    String previous();

    @Message("Next")
    String next();

    @Message("Turn {number}")
    String turn(int number);

    @Message("Owners and viewers")
    String people();

    @Message("Owners change everything. Viewers read answers, results and agreement.")
    String peopleHint();

    @Message("Account")
    String account();

    @Message("Role")
    String role();

    @Message("owner")
    String owner();

    @Message("viewer")
    String viewer();

    @Message("Add")
    String add();

    @Message("Remove")
    String remove();

    @Message("Remove {account}")
    String removeAccount(String account);

    @Message("Criteria")
    String criteria();

    @Message("Overall")
    String overall();

    @Message("A, B, tie or both bad")
    String choice();

    @Message("five steps from A to B")
    String fivePoint();

    @Message("required")
    String required();

    @Message("optional")
    String optional();

    @Message("Criteria beside the overall one, one per line: short name, name, choice or five-point, required or optional")
    String criteriaField();

    @Message("Annotators may mark passages of the answers as good or bad")
    String highlights();

    @Message("Settings")
    String settings();

    @Message("Save")
    String save();

    @Message("Items to judge")
    String plan();

    @Message("{judged} of {wanted} judgements on {items} items")
    String progress(long judged, long wanted, long items);

    @Message("{number} skipped")
    String skipped(long number);

    @Message("Nothing is planned yet. Plan once the answers are uploaded.")
    String noPlan();

    @Message("Pairs per prompt (empty for all)")
    String pairsPerPrompt();

    @Message("Plan the items")
    String makePlan();

    @Message("Extend the plan")
    String extendPlan();

    @Message("Invitations")
    String invitations();

    @Message("Whoever opens a link can join as an annotator and sees nothing but two answers at a time. A link is shown once.")
    String invitationsHint();

    @Message("Label")
    String label();

    @Message("People")
    String places();

    @Message("Judgements each")
    String quota();

    @Message("How many people may join")
    String placesField();

    @Message("Judgements of each person (empty for any number)")
    String quotaField();

    @Message("Only people who have signed in")
    String signInField();

    @Message("Only people of this group at the identity provider (empty for everyone)")
    String groupField();

    @Message("For")
    String admits();

    @Message("anyone with the link")
    String anyone();

    @Message("signed-in people")
    String signedInPeople();

    @Message("group {name}")
    String groupNamed(String name);

    @Message("Make a link")
    String invite();

    @Message("Copy this link now; it won't be shown again:")
    String copyLink();

    @Message("Revoke")
    String revoke();

    @Message("Revoke {label}")
    String revokeOne(String label);

    @Message("revoked")
    String revoked();
}
