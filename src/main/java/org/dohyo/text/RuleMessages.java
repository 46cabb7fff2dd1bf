package org.dohyo.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk's page on categories. */
@MessageBundle("rules")
public interface RuleMessages {

    @Message("Categories")
    String title();

    @Message("A vote falls into categories when it is cast, by the prompts of all its turns. What you change here holds for votes from then on; each category has a board of its own.")
    String intro();

    @Message("Own categories")
    String own();

    @Message("There are none yet.")
    String none();

    @Message("Built in")
    String builtIn();

    @Message("Slug")
    String slug();

    @Message("English name")
    String english();

    @Message("Japanese name")
    String japanese();

    @Message("Pattern")
    String pattern();

    @Message("A regular expression in RE2 syntax, read without regard to case. A conversation belongs to the category where it finds something in some prompt.")
    String patternHint();

    @Message("Add a category")
    String add();

    @Message("End")
    String end();

    @Message("End this category? Its board stays with the votes that it has.")
    String confirmEnd();

    @Message("Try it")
    String trial();

    @Message("Tells what a prompt falls into now, and whether a pattern would find it. Nothing is stored.")
    String trialHint();

    @Message("Prompt")
    String prompt();

    @Message("Pattern (if one is to be tried)")
    String optional();

    @Message("Try")
    String ask();

    @Message("Falls into")
    String fallsInto();

    @Message("The pattern finds it.")
    String finds();

    @Message("The pattern does not find it.")
    String misses();
}
