package org.dohyo.leaderboard.value;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the page on quality, price and speed. */
@MessageBundle("value")
public interface ValueMessages {

    @Message("Quality, price, speed")
    String title();

    @Message("The ratings of the leaderboard beside what the models cost and how fast they answer here.")
    String lead();

    @Message("Back to the table")
    String back();

    @Message("Currency")
    String currency();

    @Message("{model} is the cheapest model with a known price that may have the first rank.")
    String cheapest(String model);

    @Message("The votes don't show it to be worse than {best}, whose rating is the highest and {points} points above, but they don't show it to be as good either: its rank may be anything from 1 to {worst}.")
    String cheapestBehind(String best, String points, int worst);

    @Message("{model} has the highest rating, and no cheaper model with a known price may have the first rank.")
    String cheapestIsBest(String model);

    @Message("Ranges of ranks hold for all models at once with 95%. Models with too few votes, without a known price, or priced in another currency don't take part.")
    String cheapestNote();

    @Message("The votes show each model with a known price to be worse than another one.")
    String noCheapest();

    @Message("Which models may have the first rank is still being computed.")
    String notRanged();

    @Message("No prices yet")
    String noPrices();

    @Message("An admin can enter a model's price at the desk. Until then it is unknown here, never estimated.")
    String noPricesHelp();

    @Message("No measured speeds yet")
    String noSpeeds();

    @Message("A model's speed is shown from {least} answers in voted battles of the last {days} days on.")
    String noSpeedsHelp(int least, int days);

    @Message("Rating and price")
    String price();

    @Message("{currency} per million tokens (mixed)")
    String priceAxis(String currency);

    @Message("Prices as an admin entered them, not converted between currencies; mixed: three parts input and one part output. The line joins the models that no other surpasses in both rating and price; where intervals overlap, the order may be another. A price of 0 stands at the left edge.")
    String priceNote();

    @Message("Rating and speed")
    String speed();

    @Message("Tokens per second (median)")
    String speedAxis();

    @Message("Tokens as the endpoint counts them, reasoning included, by the seconds of the whole answer, waiting included. Endpoints count differently, so small differences say little.")
    String speedNote();

    @Message("Rating and wait")
    String waiting();

    @Message("Seconds to the first text (median)")
    String waitAxis();

    @Message("Reasoning before the first text is waiting.")
    String waitNote();

    @Message("Models with too few votes ({least}), or none that connect them with the others, are in the table only.")
    String settledOnly(int least);

    @Message("All figures")
    String table();

    @Message("{#if n == 1}1 model without any of these figures isn't listed.{#else}{n} models without any of these figures aren't listed.{/if}")
    String unlisted(int n);

    @Message("Model")
    String model();

    @Message("Rating")
    String rating();

    @Message("Lower bound")
    String low();

    @Message("Upper bound")
    String high();

    @Message("Input")
    String input();

    @Message("Output")
    String output();

    @Message("Mixed")
    String blended();

    @Message("Context (tokens)")
    String context();

    @Message("First text (s)")
    String firstText();

    @Message("Tokens per second")
    String tokensPerSecond();

    @Message("On the frontier")
    String frontier();

    @Message("price")
    String byPrice();

    @Message("speed")
    String bySpeed();

    @Message("wait")
    String byWait();

    @Message("yes")
    String yes();

    @Message("9 of 10: {bound}")
    String nineOfTen(String bound);

    @Message("in {currency}")
    String otherCurrency(String currency);

    @Message("preliminary")
    String preliminary();

    @Message("Prices per million tokens; “mixed” is three parts input and one part output. Speeds are medians over the last {days} days for the present revision of a model; below each is what nine of ten answers kept to.")
    String tableNote(int days);

    @Message("JSON")
    String json();

    @Message("CSV")
    String csv();

    @Message("Categories")
    String categories();
}
