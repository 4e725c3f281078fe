package dev.treaty.provider.environmentcloner.schemas;

import org.jspecify.annotations.Nullable;

/**
 * A migration that a database has.
 *
 * @param version e.g. {@code 4}
 * @param description e.g. {@code audit}
 * @param checksum of its script, as Flyway computes it; null if it computed none
 */
public record AppliedMigration(
        String version, String description, @Nullable Integer checksum) {

    /** E.g. {@code V4 audit}. */
    @Override
    public String toString() {
        return "V" + version + " " + description;
    }
}
