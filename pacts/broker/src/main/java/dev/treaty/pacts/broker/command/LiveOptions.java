package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.broker.deployment.Deployments;
import dev.treaty.pacts.broker.deployment.LiveVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about an environment, and which of the versions in it are meant. */
final class LiveOptions {

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            order = 4,
            description = "Instead of one version: all that are live in an environment.")
    private @Nullable String environment;

    @Option(names = "--deployed", order = 4, description = "With --environment: only those that were deployed.")
    private boolean onlyDeployed;

    @Option(names = "--released", order = 4, description = "With --environment: only those that were released.")
    private boolean onlyReleased;

    /**
     * A version in an environment.
     *
     * @param status {@code deployed} or {@code released}
     */
    record Row(LiveVersion version, String status) {}

    /** The environment that is asked about; empty if none is. */
    Optional<String> environment() {
        return Optional.ofNullable(environment);
    }

    /** Whether something is said about an environment that is not named. */
    boolean isEnvironmentMissing() {
        return environment == null && (onlyDeployed || onlyReleased);
    }

    /** The versions of an application in an environment; both options at once ask for both, as neither does. */
    List<Row> versions(Deployments deployments, String pacticipant, String name) {
        var place = deployments.environment(name);
        var rows = new ArrayList<Row>();
        if (onlyDeployed || !onlyReleased) {
            deployments.deployed(place).forEach(version -> rows.add(new Row(version, "deployed")));
        }
        if (onlyReleased || !onlyDeployed) {
            deployments.released(place).forEach(version -> rows.add(new Row(version, "released")));
        }
        rows.removeIf(row -> !row.version().pacticipant().equals(pacticipant));
        rows.sort(Comparator.comparing(Row::status)
                .thenComparing(row -> row.version().instance().orElse(""))
                .thenComparing(row -> row.version().version()));
        return rows;
    }
}
