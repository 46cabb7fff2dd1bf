package org.dohyo.project;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why projects refuse calls; what begins in lower case continues the name of a field. */
@MessageBundle("projectproblem")
public interface ProblemMessages {

    @Message("There is no project of that name for you.")
    String unknownProject();

    @Message("The project is archived, so nothing in it changes.")
    String archived();

    @Message("The project takes no more judgements.")
    String closed();

    @Message("Another project has this slug.")
    String slugTaken();

    @Message("The account has no part in this project.")
    String unknownMember();

    @Message("The project has no prompt of that id.")
    String unknownPrompt();

    @Message("No prompt has the answers of two models; upload answers first.")
    String nothingToCompare();

    @Message("No prompt has two answers that can be compared blindly. These models name themselves in their answers, "
            + "which are left out: {models}.")
    String answersNameModels(String models);

    @Message("must be the slug of a model with an endpoint that isn’t retired")
    String notCallable();

    @Message("The project has no prompts; upload them first.")
    String noPrompts();

    @Message("Each prompt has an answer under this name.")
    String nothingToAnswer();

    @Message("A model answers under this name already; cancel it or wait for its end.")
    String answeringRunning();

    @Message("No model was asked under this number.")
    String unknownAnswering();

    @Message("can be chosen for one model at a time")
    String nameForOne();

    @Message("must not contain control characters")
    String controlCharacter();

    @Message("These answers are no longer reserved for you; load the next ones.")
    String noReservation();

    @Message("You have judged these answers.")
    String alreadyJudged();

    @Message("You have judged or skipped these answers, and a judgement can’t be changed.")
    String alreadyDecided();

    @Message("This invitation doesn’t exist or was revoked; ask for a new link.")
    String invitationInvalid();

    @Message("This project is for signed-in people: sign in and try again.")
    String signInRequired();

    @Message("Your account isn’t in the group that this project is for.")
    String notInGroup();

    @Message("needs an identity provider, and none is set (dohyo.oidc.issuer)")
    String noProvider();

    @Message("All places of this invitation are taken.")
    String invitationUsedUp();

    @Message("is no criterion of this project")
    String noCriterion();

    @Message("must be one of: {values}")
    String oneOf(String values);

    @Message("is required")
    String required();

    @Message("must not contain the null character")
    String nullCharacter();

    @Message("must be owner or viewer; annotators come by an invitation")
    String ownerOrViewer();

    @Message("is the name of no account")
    String noAccount();

    @Message("must be so low that there are at most {most} items")
    String tooManyItems(int most);

    @Message("is taken by the page of invitations")
    String joinTaken();

    @Message("must be a list")
    String list();

    @Message("must be an object")
    String object();

    @Message("has a slug that another criterion has")
    String sameSlug();

    @Message("may have at most {most} beside the overall one")
    String mostCriteria(int most);

    @Message("must be choice or five-point")
    String scale();

    @Message("must be 1 to 63 of a-z, 0-9 and inner hyphens")
    String slug();

    @Message("may have at most {most} characters")
    String longest(int most);

    @Message("is switched off in this project: it stores no marked passages")
    String noHighlights();

    @Message("may have at most {most} passages")
    String mostHighlights(int most);

    @Message("must be a whole number from {least} to {most}")
    String between(int least, int most);

    @Message("must be 0 or more")
    String notNegative();

    @Message("must be greater than start")
    String behindStart();

    @Message("must be within the answer, which has {length} UTF-16 units")
    String inText(int length);

    @Message("must not divide a character: it is between the two halves of a surrogate pair")
    String splitsCharacter();

    @Message("overlaps another passage of the same answer")
    String overlaps();

    @Message("must be the slug of the project")
    String confirm();

    @Message("must be the slug of a criterion of the project")
    String criterionSlug();

    @Message("must be another model than a")
    String otherThanA();

    @Message("must be a number above 0 and at most 1")
    String margin();

    @Message("must be the name of a model of the project")
    String modelName();

    @Message("must be a name of 1 to {most} characters")
    String plainName(int most);

    @Message("is the name of another line")
    String sameLine();

    @Message("must be the name of a model of the project that has no other place")
    String noPlace();

    @Message("must contain {|{a}|} and {|{b}|}, where the two conversations are to stand")
    String template();

    @Message("The project has no item of that number.")
    String unknownItem();

    @Message("The project has no item of that number with a known answer.")
    String unknownGold();

    @Message("The project has no annotator of that number.")
    String unknownAnnotator();

    @Message("The project has no such judgement.")
    String unknownJudgement();

    @Message("The judgement isn’t in a signed checkpoint yet.")
    String notLoggedYet();

    @Message("The project has no items; plan them first.")
    String nothingPlanned();

    @Message("A judge is at work; cancel it or wait for its end.")
    String judgeRunning();

    @Message("No judge has been asked about this project.")
    String noJudge();
}
