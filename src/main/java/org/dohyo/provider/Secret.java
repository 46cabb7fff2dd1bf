package org.dohyo.provider;

/** A key in memory, kept out of logs and messages: only {@link #reveal()} gives it away. */
public final class Secret {

    public static final Secret NONE = new Secret("");

    private final String value;

    public Secret(String value) {
        this.value = value == null ? "" : value;
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return isEmpty() ? "" : "••••";
    }
}
