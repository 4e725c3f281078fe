package dev.treaty.provider.workspaceservice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member may do in a workspace; each role may do all that those before it may. */
enum Role {
    /** Looks. */
    VIEWER,
    /** Renames, and invites others. */
    EDITOR,
    /** Deletes, and removes members. A workspace has one, and keeps it. */
    OWNER;

    /** As callers and the database write it, e.g. {@code "editor"}. */
    @JsonValue
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of that name; empty if there is none. */
    static Optional<Role> of(String value) {
        return Arrays.stream(values())
                .filter(role -> role.value().equals(value))
                .findFirst();
    }

    boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** Several of them, at the beginning of a sentence: {@code "Viewers"}. */
    String plural() {
        return name().charAt(0) + value().substring(1) + "s";
    }
}
