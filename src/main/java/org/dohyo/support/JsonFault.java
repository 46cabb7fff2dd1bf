package org.dohyo.support;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** Why a text is no JSON or CSV, in a sentence without the parser's own names and settings. */
public final class JsonFault {

    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.{1,100}?)'", Pattern.DOTALL);

    private JsonFault() {
    }

    public static String reason(JsonProcessingException fault) {
        if (fault instanceof StreamConstraintsException) {
            return "is nested too deeply, or has too long a text or number";
        }
        String sentence = fault.getOriginalMessage();
        Matcher twice = TWICE.matcher(sentence);
        if (twice.find()) {
            return "has the field " + twice.group(1) + " twice";
        }
        return sentence.contains("`") ? "can't be read" : "can't be read: " + sentence;
    }
}
