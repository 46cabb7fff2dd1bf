package org.dohyo.project.api;

import org.dohyo.project.ProblemMessages;
import org.dohyo.project.ProjectRefusal;

/** A text of a request's body. */
final class PlainText {

    private PlainText() {
    }

    /**
     * @return the text without spaces around it, or null where there is none
     * @throws RuntimeException 400 naming the field, if the text has the null character
     */
    static String of(String field, String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw ProjectRefusal.field(field, ProblemMessages::nullCharacter);
        }
        return text == null || text.isBlank() ? null : text.strip();
    }
}
