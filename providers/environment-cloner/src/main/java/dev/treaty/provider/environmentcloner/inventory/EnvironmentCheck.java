package dev.treaty.provider.environmentcloner.inventory;

import dev.treaty.provider.environmentcloner.refusals.Failure;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about an environment by connecting to it.
 *
 * @param canRead whether it can be a source
 * @param canWrite whether it can be a target
 * @param schemaVersion the newest migration of its application, e.g. {@code 4}
 * @param problems what prevents it from being what it is configured to be; empty if nothing does
 */
public record EnvironmentCheck(
        boolean reachable, boolean canRead, boolean canWrite, Optional<String> schemaVersion, List<Failure> problems) {

    public EnvironmentCheck {
        problems = List.copyOf(problems);
    }
}
