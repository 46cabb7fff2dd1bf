package org.dohyo.project.people;

import java.util.Arrays;
import java.util.Optional;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a person may do in a project. */
public enum MemberRole {

    /** Changes everything. */
    OWNER("owner"),
    /** Judges, and sees nothing but the own work. */
    ANNOTATOR("annotator"),
    /** Reads answers, board and agreement. */
    VIEWER("viewer");

    @EnumeratedValue
    @JsonValue
    private final String label;

    MemberRole(String label) {
        this.label = label;
    }

    /** The name in the interface and the database. */
    public String label() {
        return label;
    }

    public static Optional<MemberRole> ofLabel(String label) {
        return Arrays.stream(values()).filter(role -> role.label.equals(label)).findFirst();
    }
}
