package dev.treaty.provider.environmentcloner.environments;

import java.util.Optional;

/**
 * An environment, as an operator configures it. A request names it by its id and never carries an address or a credential.
 *
 * @param id e.g. {@code training}
 * @param name for people, e.g. {@code Training (Berlin)}
 * @param url e.g. {@code jdbc:postgresql://db.example:5432/training}, without credentials
 * @param reader the role that reads it as a source, which must not be able to write; empty if it is no source
 * @param writer the role that replaces its database as a target: it owns the database and may create others; empty if it is no target
 */
public record Environment(
        String id,
        String name,
        EnvironmentKind kind,
        String url,
        Optional<Credentials> reader,
        Optional<Credentials> writer) {

    /** Whether others can be cloned from it. */
    public boolean canBeSource() {
        return reader.isPresent();
    }

    /** Whether others can be cloned into it: never into a production environment. */
    public boolean canBeTarget() {
        return kind != EnvironmentKind.PRODUCTION && writer.isPresent();
    }
}
