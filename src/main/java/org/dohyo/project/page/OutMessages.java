package org.dohyo.project.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk's page on what leaves a project. */
@MessageBundle("out")
public interface OutMessages {

    @Message("Export, copy, archive")
    String title();

    @Message("Report")
    String report();

    @Message("Boards with intervals, agreement, disputed items and method on a few pages, to print or to save as PDF.")
    String reportHint();

    @Message("Open the report")
    String openReport();

    @Message("Export judgements")
    String export();

    @Message("A zip archive with the judgements and report.json, which counts those that the format can’t carry. Annotators appear under pseudonyms. Each export is an entry of the audit trail.")
    String exportHint();

    @Message("All criteria (Dohyo)")
    String ownFormat();

    @Message("One criterion as a table of votes (CSV)")
    String voteTable();

    @Message("File")
    String file();

    @Message("as usual for the format")
    String usualFile();

    @Message("Only the format with all criteria comes as either file.")
    String fileHint();

    @Message("Criterion")
    String criterion();

    @Message("For formats that say only which answer is better.")
    String criterionHint();

    @Message("Without annotators who were left out")
    String countedOnly();

    @Message("With comments")
    String comments();

    @Message("With marked passages (in the format with all criteria)")
    String highlights();

    @Message("Copy the project")
    String copy();

    @Message("A new project with the same settings, criteria and prompts, without people or judgements. You will own it.")
    String copyHint();

    @Message("Copy the answers too")
    String copyAnswers();

    @Message("Copy")
    String copyButton();

    @Message("Archive")
    String archive();

    @Message("Nothing is judged or changed in an archived project. Everything stays readable, and it can be reopened.")
    String archiveHint();

    @Message("The project is archived: nothing in it is judged or changed until it is reopened.")
    String archivedHint();

    @Message("Archive the project")
    String archiveButton();

    @Message("Reopen")
    String reopen();

    @Message("Delete")
    String delete();

    @Message("Prompts, answers, people and judgements are deleted for good. Export first what you want to keep.")
    String deleteHint();

    @Message("To delete it, type the project’s short name: {slug}")
    String deleteConfirm(String slug);

    @Message("That is not the short name of this project. Nothing was deleted.")
    String deleteDifferent();

    @Message("Delete with all texts and judgements")
    String deleteButton();
}
