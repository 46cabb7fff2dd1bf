package org.dohyo.leaderboard.yardstick;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages on yardsticks. */
@MessageBundle("yardstick")
public interface YardstickMessages {

    @Message("Beside another leaderboard")
    String title();

    @Message("Do this arena’s votes put the models in the same order as others do?")
    String lead();

    @Message("Back to the table")
    String back();

    @Message("No yardstick yet")
    String none();

    @Message("An admin can import another arena’s public leaderboard at the desk.")
    String noneHelp();

    @Message("Data from elsewhere: {name}, as of {date}.")
    String foreign(String name, String date);

    @Message("Its votes were not cast here and count nowhere here.")
    String foreignNote();

    @Message("Source")
    String source();

    @Message("Licence")
    String license();

    @Message("Leaderboard")
    String leaderboards();

    @Message("Category here")
    String ownCategory();

    @Message("Category there")
    String theirCategory();

    @Message("Kendall’s rank correlation (τ-b) of the two orders: {tau}")
    String tau(String tau);

    @Message("1 is the same order, 0 none in common, −1 the opposite one. In parentheses the 95% interval over models (bootstrap).")
    String tauNote();

    @Message("Not enough for a rank correlation: {#if n == 1}1 model is{#else}{n} models are{/if} on both boards; from {needed} on, it is shown.")
    String notEnough(int n, int needed);

    @Message("The scales can’t be compared: each leaderboard has a zero and a spread of its own, other voters and other prompts. Only the orders say something about each other.")
    String scales();

    @Message("Ratings here and there: {name}")
    String chart(String name);

    @Message("Each dot is a model, with its 95% intervals; the numbers are those of the table. The axes have different scales.")
    String chartNote();

    @Message("Rating here")
    String ownAxis();

    @Message("Models on both")
    String table();

    @Message("Model")
    String model();

    @Message("Name there")
    String theirName();

    @Message("Rank here")
    String rank();

    @Message("Rank there")
    String theirRank();

    @Message("Here")
    String own();

    @Message("There")
    String theirs();

    @Message("Ranks are among the models on both boards. Not shown: {own} models that only this arena has, {their} that only the other has.")
    String tableNote(int own, int their);

    @Message("Names don’t match, or the boards have no model in common.")
    String noneInCommon();

    @Message("JSON")
    String json();

    @Message("Yardsticks")
    String yardsticks();

    @Message("Leaderboards of others. They are shown beside your ratings at {path} only, with their source and licence.")
    String deskLead(String path);

    @Message("Import")
    String importTitle();

    @Message("A JSON file in the shape of LMArena’s public leaderboard files (category, model, rating with rating_q025 and rating_q975), up to 8 MiB. A file under the name of an existing yardstick replaces it. Check that its licence allows you to show it.")
    String importHint();

    @Message("Name")
    String name();

    @Message("Address of the source")
    String sourceAddress();

    @Message("Day of the ratings")
    String date();

    @Message("Note on the licence (public)")
    String licenseNote();

    @Message("File")
    String file();

    @Message("Import file")
    String importFile();

    @Message("Imported. Models: {n}, categories: {categories}.")
    String imported(String n, String categories);

    @Message("Nothing was stored:")
    String refused();

    @Message("Nothing was stored: the server can’t be reached.")
    String lost();

    @Message("… and {n} more")
    String more(String n);

    @Message("{#if n == 1}1 category{#else}{n} categories{/if} · as of {date} · {license}")
    String facts(int n, String date, String license);

    @Message("Which model a name is")
    String meaning();

    @Message("Models are matched by slug or name. Where that is wrong, say which model of this arena a name means; an empty slug means none.")
    String meaningHint();

    @Message("Name in the yardstick")
    String nameThere();

    @Message("Slug here")
    String slug();

    @Message("Save")
    String save();

    @Message("none")
    String noModel();

    @Message("Show")
    String show();

    @Message("Delete")
    String delete();

    @Message("Delete this yardstick?")
    String deleteSure();

    @Message("No yardsticks yet.")
    String empty();

    @Message("No yardstick has been imported.")
    String noneYet();

    @Message("There is no such yardstick.")
    String unknown();

    @Message("is not in this yardstick")
    String noName();

    @Message("is not a model of this arena")
    String unknownModel();

    @Message("is not a yardstick")
    String noYardstick();

    @Message("is not a category of the yardstick")
    String noCategory();

    @Message("must be an address that begins with https:// or http://")
    String noAddress();

    @Message("must be a day that has come, such as 2026-01-31")
    String noDay();
}
