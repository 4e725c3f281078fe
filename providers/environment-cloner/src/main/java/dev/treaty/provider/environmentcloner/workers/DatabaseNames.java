package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.operations.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The databases that an operation deals with. They have the operation's number in their names, so that an operation that was taken for dead cannot
 * do anything to what a later one builds.
 *
 * @param target e.g. {@code training}
 * @param next what is built beside it, e.g. {@code training_next_17}
 * @param former what it is called after the swap, e.g. {@code training_before_17}
 */
record DatabaseNames(String target, String next, String former) {

    /** PostgreSQL cuts longer names off (its documentation, "Identifiers and Key Words"). */
    private static final int LONGEST = 63;

    static DatabaseNames of(Operation operation, Environment environment) {
        var target = EnvironmentDatabases.OF_SERVICE.name(environment);
        return new DatabaseNames(
                target, named(target, "_next_" + operation.number()), named(target, "_before_" + operation.number()));
    }

    private static String named(String target, String end) {
        var bytes = target.getBytes(StandardCharsets.UTF_8);
        var room = LONGEST - end.length();
        return bytes.length <= room
                ? target + end
                : new String(Arrays.copyOf(bytes, room), StandardCharsets.US_ASCII).replace('\uFFFD', '_') + end;
    }
}
