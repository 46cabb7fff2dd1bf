package org.dohyo.battle;

/** The two places of a battle. A random draw decides which model gets which side. */
public enum Side {
    A,
    B;

    public Side other() {
        return this == A ? B : A;
    }
}
