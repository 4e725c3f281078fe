package dev.treaty.stubs.bench.server;

import dev.treaty.stubs.bench.text.Figures;
import dev.treaty.stubs.bench.workload.LoadScenario;
import java.util.Locale;

/** One server, and what it is asked: the unit that has figures. */
public record ServerInScenario(MeasuredServer server, LoadScenario scenario) {

    /** Names its files, e.g. {@code "treaty-get-10"}. */
    String fileName() {
        return server.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + scenario;
    }

    @Override
    public String toString() {
        return "%s, %s interactions".formatted(server, Figures.count(scenario.interactions()));
    }
}
