package dev.treaty.consumer.vendorwatch.health;

import java.util.Locale;

/** What a vendor is at the moment. */
public enum Status {
    UP,
    SLOW,
    LIMITED,
    REFUSED,
    DOWN,
    /** Not asked yet. */
    UNKNOWN;

    /** E.g. {@code "limited"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
