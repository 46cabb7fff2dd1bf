package org.dohyo.dataset.exports;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk's page on data that leaves the arena. */
@MessageBundle("exports")
public interface ExportMessages {

    @Message("Data")
    String title();

    @Message("Export votes")
    String export();

    @Message("A zip archive with the votes and report.json, which counts the votes that the format can’t carry. Each export is an entry of the audit trail.")
    String hint();

    @Message("Format")
    String format();

    @Message("{#switch name}{#case 'fastchat'}FastChat (clean_battle){#case 'lmarena-140k'}LMArena (human preference 140k){#case 'trl-preference'}TRL preference, explicit prompt (DPO){#case 'trl-preference-implicit'}TRL preference, implicit prompt{#case 'kto'}TRL unpaired preference (KTO){#case 'hh-rlhf'}hh-rlhf{#case 'rewardbench'}RewardBench{#case 'argilla'}Argilla{#case 'csv'}CSV, everything known of each vote{#else}{name}{/switch}")
    String formatName(String name);

    @Message("File")
    String file();

    @Message("JSON Lines or CSV")
    String usualFile();

    @Message("Category")
    String category();

    @Message("All categories")
    String allCategories();

    @Message("Language")
    String language();

    @Message("Such as ja or Japanese. Leave empty for all languages.")
    String languageHint();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Both days are included (UTC). Leave empty for no limit.")
    String daysHint();

    @Message("Only votes that are in the ratings")
    String countedOnly();

    @Message("With prompts and answers")
    String texts();

    @Message("People wrote them: handle the file with care. TRL, KTO, hh-rlhf, RewardBench and Argilla always have them.")
    String textsHint();

    @Message("With reasons and comments")
    String reasons();

    @Message("Download")
    String download();

    @Message("Prompts and answers need the role admin.")
    String textsNeedAdmin();

    @Message("is not a category")
    String noCategory();

    @Message("must be a language of ISO 639-1, such as ja or Japanese")
    String noLanguage();
}
