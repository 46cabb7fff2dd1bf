package org.dohyo.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Why a request is refused before it comes to anything in particular; what begins in lower case continues the name of a
 * field, a parameter or a header.
 */
@MessageBundle("request")
public interface RequestMessages {

    @Message("Sign in to make this call.")
    String notSignedIn();

    @Message("This call is not allowed.")
    String notAllowed();

    @Message("There is nothing at this address.")
    String notFound();

    @Message("This address does not take this method.")
    String wrongMethod();

    @Message("There is no form of this that the header Accept takes.")
    String notAcceptable();

    @Message("The body is too large.")
    String largeBody();

    @Message("The body may have at most {most} bytes.")
    String largerBody(long most);

    @Message("The address is too long.")
    String longAddress();

    @Message("The address may have at most {most} characters.")
    String longerAddress(int most);

    @Message("The body’s Content-Type must be application/json.")
    String notJson();

    @Message("This is no request that can be understood.")
    String notUnderstood();

    @Message("The call failed; the log of the server says why.")
    String failed();

    @Message("The database can’t be reached now; please try again.")
    String databaseAway();

    @Message("The arena is not served by this name: see the setting dohyo.public.url.")
    String unknownHost();

    @Message("Another site asked for this change; send it from the arena’s own pages or from a program.")
    String crossSite();

    @Message("must be a list of media types")
    String mediaTypes();

    @Message("must be a list of language tags")
    String languageTags();

    @Message("must be a media type")
    String mediaType();

    @Message("must name the charset utf-8 or none")
    String utf8Charset();

    @Message("must have its special characters encoded")
    String encoded();

    @Message("must have two hexadecimal digits after each %")
    String hexDigits();

    @Message("must be UTF-8")
    String utf8();

    @Message("must not contain the character U+0000")
    String nul();

    @Message("is required")
    String required();

    @Message("is not known")
    String unknown();

    @Message("is given twice")
    String twice();

    @Message("can’t be read")
    String unreadable();

    @Message("must be JSON")
    String json();

    @Message("must be JSON: see line {line}, column {column}")
    String jsonAt(int line, int column);

    @Message("must be a single JSON value")
    String singleValue();

    @Message("is nested too deeply, or has a name or number that is too long")
    String nested();

    @Message("is too large a number")
    String largeNumber();

    @Message("must not contain null")
    String noNulls();

    @Message("must not contain null or the null character")
    String noNullsOrNul();

    @Message("must be a text")
    String text();

    @Message("is too long or contains the null character")
    String longText();

    @Message("must be a list")
    String list();

    @Message("must be a list of at most {most} texts of at most {characters} characters")
    String texts(int most, int characters);

    @Message("must be an object")
    String object();

    @Message("must be a UUID")
    String uuid();

    @Message("must be true or false")
    String flag();

    @Message("must be a number")
    String number();

    @Message("must be a number from 0 to {most}")
    String numberTo(int most);

    @Message("must be a number from 0 to {most} with at most {decimals} decimals")
    String amount(String most, int decimals);

    @Message("must be a whole number")
    String wholeNumber();

    @Message("must be a whole number from {least} to {most}")
    String between(long least, long most);

    @Message("must be 0 or more")
    String notNegative();

    @Message("must be a time, such as 2027-01-31T09:00:00Z")
    String time();

    @Message("must be a time with its offset, such as 2027-01-31T09:00:00+09:00")
    String timeWithOffset();

    @Message("must be a day or a time, such as 2027-01-31 or 2027-01-31T09:00:00Z")
    String dayOrTime();

    @Message("must be a date from {first} to {last}")
    String date(String first, String last);

    @Message("must be after {other}")
    String after(String other);

    @Message("must be {values}")
    String oneOf(String values);

    @Message("{values} or {last}")
    String either(String values, String last);

    @Message("must have at most {most} characters")
    String longest(int most);

    @Message("must have {least} to {most} characters")
    String length(int least, int most);

    @Message("must be a slug of /api/categories")
    String category();

    @Message("must be a currency’s code by ISO 4217, such as USD or JPY")
    String currency();

    @Message("must be a region’s name, such as ap-northeast-1")
    String region();

    @Message("must be at least {least}")
    String least(long least);

    @Message("must differ from {other}")
    String unequal(String other);

    @Message("must be a position from 0 on")
    String positionFrom0();

    @Message("must be one of: {values}")
    String among(String values);
}
