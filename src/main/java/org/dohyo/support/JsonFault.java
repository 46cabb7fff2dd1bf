package org.dohyo.support;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** Why a text is no JSON or CSV, without the parser's own names and settings. */
public final class JsonFault {

    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.{1,100}?)'", Pattern.DOTALL);

    private JsonFault() {
    }

    public static FileFault of(JsonProcessingException fault) {
        if (fault instanceof StreamConstraintsException) {
            return FileMessages::tooDeep;
        }
        String sentence = fault.getOriginalMessage();
        Matcher twice = TWICE.matcher(sentence);
        if (twice.find()) {
            String field = twice.group(1);
            return words -> words.fieldTwice(field);
        }
        return sentence.contains("`") ? FileMessages::unreadable : words -> words.unreadableAt(sentence);
    }
}
