package org.dohyo.battle.play;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why calls that play a battle are refused; what begins in lower case continues the name of a field. */
@MessageBundle("play")
public interface PlayMessages {

    @Message("There is no such battle of yours.")
    String unknownBattle();

    @Message("The battle is {state}.")
    String wrongState(String state);

    @Message("This battle has had its {turns} turns.")
    String turns(int turns);

    @Message("must not be blank")
    String blank();

    @Message("All streams are in use.")
    String busy();

    @Message("This network has started its share of battles for now.")
    String networkBattles();

    @Message("The answers of this battle have been asked for again {retries} times.")
    String battleRetries(int retries);

    @Message("You have asked for answers again {retries} times within an hour.")
    String voterRetries(int retries);

    @Message("You have {battles} battles whose answers still stream.")
    String streaming(int battles);

    @Message("You have started {battles} battles within an hour.")
    String voterBattles(int battles);

    @Message("Fewer than two models can be drawn now.")
    String noPair();

    @Message("must be the slug of an enabled model")
    String notEnabled();
}
