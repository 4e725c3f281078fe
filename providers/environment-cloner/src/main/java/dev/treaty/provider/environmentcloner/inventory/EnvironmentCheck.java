package dev.treaty.provider.environmentcloner.inventory;

import dev.treaty.provider.environmentcloner.refusals.Failure;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about an environment by connecting to it.
 *
 * @param canRead whether the role that reads it can do so
 * @param canWrite whether it can be written to: wanted of a target, and a problem of production
 * @param schemaVersion the newest migration of its application, e.g. {@code 4}
 * @param problems what prevents it from being what it is configured to be; empty if nothing does
 */
public record EnvironmentCheck(
        boolean reachable, boolean canRead, boolean canWrite, Optional<String> schemaVersion, List<Failure> problems) {

    public EnvironmentCheck {
        problems = List.copyOf(problems);
    }
}
