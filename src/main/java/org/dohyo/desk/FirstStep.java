package org.dohyo.desk;

/** A step from a fresh start to an arena that others can use, in the order in which the desk suggests them. */
public enum FirstStep {

    MODELS("/desk/models"),
    TERMS("/desk/terms"),
    VOTE("/");

    private final String page;

    FirstStep(String page) {
        this.page = page;
    }

    /** The page where the step is taken. */
    public String page() {
        return page;
    }
}
