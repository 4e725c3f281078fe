package dev.treaty.provider.environmentcloner.inventory;

import dev.treaty.provider.environmentcloner.environments.Environment;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * An environment as it is now.
 *
 * @param schemaVersion the newest migration of its application, e.g. {@code 4}; empty if it is unreachable or has none
 * @param clonedFrom the id of the environment that it was cloned from, if it was
 */
public record EnvironmentStatus(
        Environment environment,
        State state,
        Optional<String> schemaVersion,
        Optional<String> clonedFrom,
        Optional<Instant> clonedAt) {

    /** What it can be used for now. */
    public enum State {
        READY,
        /** An operation replaces its database, or is going to. */
        CLONING,
        UNREACHABLE;

        /** E.g. {@code ready}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
