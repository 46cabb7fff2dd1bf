package org.dohyo.provider;

/** A key in memory, kept out of logs and messages: only {@link #reveal()} gives it away. */
public final class Secret {

    public static final Secret NONE = new Secret("");

    private final String value;

    /** @param value may have what people copy along with it: white space, or the scheme of the header it goes in */
    public Secret(String value) {
        this.value = value == null ? "" : value.strip().replaceFirst("^(?i:bearer)\\s+", "");
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
