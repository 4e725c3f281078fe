package dev.treaty.consumer.environmentconsole.clones;

import java.util.Locale;

/** How important a log entry is. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR;

    /** As the service writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
