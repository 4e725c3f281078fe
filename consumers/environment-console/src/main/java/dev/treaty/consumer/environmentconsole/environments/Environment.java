package dev.treaty.consumer.environmentconsole.environments;

import dev.treaty.consumer.environmentconsole.connection.JsonDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * An environment: a database with the data of one installation.
 *
 * @param id chosen by whoever runs the service, e.g. {@code "training"}
 * @param name for people, e.g. {@code "Training"}
 * @param readOnly whether the service can only read it
 * @param schemaVersion of the newest migration, e.g. {@code "4"}; empty if there is none, or nobody can know
 * @param origin where its data comes from; empty if it was never cloned into
 */
public record Environment(
        String id,
        String name,
        Kind kind,
        boolean readOnly,
        boolean canBeSource,
        boolean canBeTarget,
        State state,
        Optional<String> schemaVersion,
        Optional<Origin> origin) {

    /** What an environment is for. */
    public enum Kind {
        PRODUCTION,
        TRAINING,
        TEST
    }

    /** Whether it can be used now. */
    public enum State {
        READY,
        /** It is the target of a clone; until that is over, it is as it was before. */
        CLONING,
        UNREACHABLE
    }

    /**
     * The clone that an environment's data comes from.
     *
     * @param environment the id of the source
     * @param at when the data became that of this environment
     */
    public record Origin(String environment, Instant at) {}

    static Environment of(JsonDocument environment) {
        return new Environment(
                environment.text("id"),
                environment.text("name"),
                environment.word("kind", Kind.class),
                environment.flag("readOnly"),
                environment.flag("canBeSource"),
                environment.flag("canBeTarget"),
                environment.word("state", State.class),
                environment.optionalText("schemaVersion"),
                environment.optionalText("clonedFrom").map(source -> new Origin(source, environment.time("clonedAt"))));
    }
}
