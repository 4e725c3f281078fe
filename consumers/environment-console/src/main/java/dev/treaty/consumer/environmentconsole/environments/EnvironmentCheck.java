package dev.treaty.consumer.environmentconsole.environments;

import dev.treaty.consumer.environmentconsole.connection.JsonDocument;
import dev.treaty.consumer.environmentconsole.connection.ProblemDocument;
import java.util.List;
import java.util.Optional;

/**
 * What the environment cloner found when it connected to an environment.
 *
 * @param canRead whether its role may read every table
 * @param canWrite whether its role could change anything; must be true of a target, and false of production
 * @param schemaVersion of the newest migration; empty if it could not be read
 * @param problems what must be mended before it can be cloned; empty if nothing
 */
public record EnvironmentCheck(
        boolean reachable,
        boolean canRead,
        boolean canWrite,
        Optional<String> schemaVersion,
        List<ProblemDocument> problems) {

    public EnvironmentCheck {
        problems = List.copyOf(problems);
    }

    static EnvironmentCheck of(JsonDocument check) {
        return new EnvironmentCheck(
                check.flag("reachable"),
                check.flag("canRead"),
                check.flag("canWrite"),
                check.optionalText("schemaVersion"),
                check.list("problems", ProblemDocument::of));
    }
}
