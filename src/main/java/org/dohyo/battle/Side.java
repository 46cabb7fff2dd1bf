package org.dohyo.battle;

/** The two places of a battle. Which model stands where is drawn. */
public enum Side {
    A,
    B;

    public Side other() {
        return this == A ? B : A;
    }
}
