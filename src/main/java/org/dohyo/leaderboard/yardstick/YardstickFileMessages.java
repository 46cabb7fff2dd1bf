package org.dohyo.leaderboard.yardstick;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why a file of others' ratings can't be imported; most continue the name of a category, a model or a field. */
@MessageBundle("yardstickfile")
public interface YardstickFileMessages {

    @Message("Nothing was stored: {reason}")
    String nothingStored(String reason);

    @Message("the file isn't UTF-8")
    String notUtf8();

    @Message("the file isn't JSON, is cut off, or names something twice, near line {line}")
    String notJson(int line);

    @Message("must be an object of categories")
    String noCategories();

    @Message("has more than {most} categories")
    String manyCategories(int most);

    @Message("the name of the category is empty, too long, or has control characters")
    String categoryName();

    @Message("must be an object of models")
    String noModels();

    @Message("has more than {most} models")
    String manyModels(int most);

    @Message("the name of the model is empty, too long, or has control characters")
    String modelName();

    @Message("is missing")
    String missing();

    @Message("is above the rating")
    String aboveRating();

    @Message("is below the rating")
    String belowRating();

    @Message("must be a number between −1,000,000 and 1,000,000")
    String noNumber();
}
