package dev.treaty.stubs.bench;

/**
 * What a server is asked, and by how many at once.
 *
 * @param connections each has one request under way
 */
record LoadScenario(Workload workload, int connections) {

    static final LoadScenario GET_10 = gets(10);

    /** Only for pact-stub-server, which answers no more than these. */
    static final LoadScenario GET_100 = gets(100);

    static final LoadScenario GET_10_000 = gets(10_000);
    static final LoadScenario GET_100_000 = gets(100_000);
    static final LoadScenario THOUSAND_CONNECTIONS = new LoadScenario(new CustomerWorkload(1_000), 1_000);
    static final LoadScenario PAYMENTS = new LoadScenario(new PaymentWorkload(1_000), 32);

    private static LoadScenario gets(int interactions) {
        return new LoadScenario(new CustomerWorkload(interactions), 32);
    }

    /** Whether it differs from others in nothing but the number of interactions, so that they make a line. */
    boolean isInChart() {
        return workload instanceof CustomerWorkload && connections == 32;
    }

    int interactions() {
        return workload.interactions();
    }

    /** What files are called, e.g. {@code "customers-10-by-32"}. */
    String name() {
        return "%s-by-%d".formatted(workload.name(), connections);
    }
}
