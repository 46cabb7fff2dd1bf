package org.dohyo.account;

/** Somebody who can sign in. */
public record Account(long id, String name, String role) {

    public static final String ADMIN = "admin";
    public static final String MODERATOR = "moderator";
    public static final String READER = "reader";
}
