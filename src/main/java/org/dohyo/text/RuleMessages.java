package org.dohyo.text;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the desk's page on categories. */
@MessageBundle("rules")
public interface RuleMessages {

    @Message("Categories")
    String title();

    @Message("A vote is assigned to categories when it is cast, from the prompts of all turns. Changes here apply to future votes; each category has its own board.")
    String intro();

    @Message("Custom categories")
    String own();

    @Message("No custom categories yet.")
    String none();

    @Message("Built in")
    String builtIn();

    @Message("Slug (short name used in addresses)")
    String slug();

    @Message("Name ({language})")
    String nameIn(String language);

    @Message("Pattern")
    String pattern();

    @Message("A case-insensitive regular expression in RE2 syntax. A conversation belongs to the category if any of its prompts matches.")
    String patternHint();

    @Message("Add a category")
    String add();

    @Message("End")
    String end();

    @Message("End this category? Its board keeps the votes it has.")
    String confirmEnd();

    @Message("Try it")
    String trial();

    @Message("Shows which categories a prompt falls into, and whether a pattern matches it. Nothing is stored.")
    String trialHint();

    @Message("Prompt")
    String prompt();

    @Message("Pattern to try (optional)")
    String optional();

    @Message("Try")
    String ask();

    @Message("Categories")
    String fallsInto();

    @Message("The pattern matches.")
    String matches();

    @Message("The pattern doesn't match.")
    String noMatch();

    @Message("There is a category {slug} already.")
    String exists(String slug);

    @Message("At most {most} own categories can be in force.")
    String tooMany(int most);

    @Message("There is no own category {slug} in force.")
    String unknown(String slug);

    @Message("must be 1 to 50 characters of a–z, 0–9 and hyphens within")
    String slugRule();

    @Message("must have languages of the arena only: {languages}")
    String noLanguage(String languages);

    @Message("must be RE2 syntax: {fault}")
    String noRe2(String fault);
}
