package org.dohyo.rating;

import java.util.List;

/** What may sway a voter beside what an answer says; each is a number that is not negative. */
public enum StyleFeature {
    TOKENS,
    HEADERS,
    LISTS,
    BOLD,
    LENGTH,
    FIRST_TOKEN_TIME,
    TOTAL_TIME;

    /** FastChat's style control: answer tokens, headers h1–h6, lists ordered and unordered, bold by ** and __. */
    public static final List<StyleFeature> STYLE = List.of(TOKENS, HEADERS, LISTS, BOLD);

    /** How long an answer lets a reader wait. */
    public static final List<StyleFeature> SPEED = List.of(FIRST_TOKEN_TIME, TOTAL_TIME);
}
