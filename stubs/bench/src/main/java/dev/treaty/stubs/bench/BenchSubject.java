package dev.treaty.stubs.bench;

import java.util.Locale;

/** One server, and what it is asked. */
record BenchSubject(MeasuredServer server, LoadScenario scenario) {

    /** What its files are called, e.g. {@code "treaty-customers-10-by-32"}. */
    String name() {
        return server.name().toLowerCase(Locale.ROOT) + "-" + scenario.name();
    }

    @Override
    public String toString() {
        return "%s, %s interactions".formatted(server, Figure.count(scenario.interactions()));
    }
}
