package dev.treaty.stubs.bench.server;

import dev.treaty.stubs.bench.workload.LoadScenario;
import java.util.Comparator;
import java.util.Locale;

/** One server, and what it is asked: the unit that has figures. Ordered by scenario. */
public record ServerInScenario(MeasuredServer server, LoadScenario scenario) implements Comparable<ServerInScenario> {

    private static final Comparator<ServerInScenario> ORDER =
            Comparator.comparing(ServerInScenario::scenario).thenComparing(ServerInScenario::server);

    /** Names its files, e.g. {@code "treaty-get-10"}. */
    String fileName() {
        return server.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + scenario;
    }

    @Override
    public int compareTo(ServerInScenario other) {
        return ORDER.compare(this, other);
    }

    /** E.g. {@code "treaty-stubs, get-10"}. */
    @Override
    public String toString() {
        return server + ", " + scenario;
    }
}
