package dev.treaty.provider.workspaceservice.workspaces;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member may do in a workspace. Each role includes those before it. */
public enum Role {
    /** May read. */
    VIEWER,
    /** May rename the workspace and invite others. */
    EDITOR,
    /** May delete the workspace and remove members. A workspace always has exactly one owner. */
    OWNER;

    /** As it is written in JSON and in the database, e.g. {@code "editor"}. */
    @JsonValue
    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with that name; empty if there is none. */
    public static Optional<Role> of(String value) {
        return Arrays.stream(values())
                .filter(role -> role.value().equals(value))
                .findFirst();
    }

    boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** In the plural, at the start of a sentence: {@code "Viewers"}. */
    String plural() {
        return name().charAt(0) + value().substring(1) + "s";
    }
}
