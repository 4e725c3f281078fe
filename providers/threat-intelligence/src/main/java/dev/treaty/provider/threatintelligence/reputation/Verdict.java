package dev.treaty.provider.threatintelligence.reputation;

import java.util.Locale;

/** What to do about an address. */
public enum Verdict {
    /** Fewer than two sources have answered, or none of them knows the address: nobody may take that for harmless. */
    UNKNOWN,
    ALLOW,
    MONITOR,
    BLOCK;

    private static final int MONITORED = 40;
    private static final int BLOCKED = 70;

    /** As it is written in JSON, e.g. {@code "block"}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param risk 0 to 100 */
    static Verdict of(int risk) {
        return risk >= BLOCKED ? BLOCK : risk >= MONITORED ? MONITOR : ALLOW;
    }

    /** Whether an address with this verdict is on the list of indicators. */
    boolean isIndicator() {
        return this == MONITOR || this == BLOCK;
    }
}
