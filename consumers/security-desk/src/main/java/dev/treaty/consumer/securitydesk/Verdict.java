package dev.treaty.consumer.securitydesk;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What to do about an address. */
public enum Verdict {
    ALLOW,
    MONITOR,
    BLOCK,
    /** Nobody knows: too few sources have answered. */
    UNKNOWN;

    /** A word that the desk does not know yet is read as {@link #UNKNOWN}, because a gate must not open for it. */
    @JsonCreator
    static Verdict of(String word) {
        return switch (word) {
            case "allow" -> ALLOW;
            case "monitor" -> MONITOR;
            case "block" -> BLOCK;
            default -> UNKNOWN;
        };
    }

    /** Whether an address may pass. */
    public boolean isPassing() {
        return this == ALLOW || this == MONITOR;
    }
}
