package dev.treaty.consumer.archivist;

import static java.util.Objects.requireNonNull;

/**
 * A configuration for making a VOD: which qualities, on which server.
 *
 * @param location the id of the station's site that has it
 */
public record VodConfiguration(int id, String name, int location) {

    /** Refuses a configuration without a name. */
    public VodConfiguration {
        requireNonNull(name, "name");
    }
}
