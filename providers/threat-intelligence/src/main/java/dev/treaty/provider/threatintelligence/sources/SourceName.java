package dev.treaty.provider.threatintelligence.sources;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A source, by its name in the contracts. */
public enum SourceName {
    VIRUSTOTAL,
    ABUSEIPDB,
    MISP;

    /** E.g. {@code "virustotal"}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The source with this name; empty if there is none. */
    public static Optional<SourceName> of(String value) {
        return Arrays.stream(values())
                .filter(name -> name.value().equals(value))
                .findFirst();
    }
}
