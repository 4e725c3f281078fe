package dev.treaty.provider.environmentcloner.operations;

import java.util.Locale;

/** How much an entry of a log matters; from the least. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR;

    /** E.g. {@code warning}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
