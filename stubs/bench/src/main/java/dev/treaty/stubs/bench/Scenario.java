package dev.treaty.stubs.bench;

/**
 * What a server is asked, and by how many at once.
 *
 * @param connections each has one request under way
 */
record Scenario(Workload workload, int connections) {

    static final Scenario GET_10 = gets(10);

    /** Only for pact-stub-server, which answers no more than these. */
    static final Scenario GET_100 = gets(100);

    static final Scenario GET_10_000 = gets(10_000);
    static final Scenario GET_100_000 = gets(100_000);
    static final Scenario THOUSAND_CONNECTIONS = new Scenario(new Customers(1_000), 1_000);
    static final Scenario PAYMENTS = new Scenario(new Payments(1_000), 32);

    private static Scenario gets(int interactions) {
        return new Scenario(new Customers(interactions), 32);
    }

    /** Whether it differs from others in nothing but the number of interactions, so that they make a line. */
    boolean isInChart() {
        return workload instanceof Customers && connections == 32;
    }

    int interactions() {
        return workload.interactions();
    }

    /** What files are called, e.g. {@code "customers-10-by-32"}. */
    String name() {
        return "%s-by-%d".formatted(workload.name(), connections);
    }
}
