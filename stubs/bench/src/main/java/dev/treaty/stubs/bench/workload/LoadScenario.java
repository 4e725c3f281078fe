package dev.treaty.stubs.bench.workload;

import java.util.Locale;

/** What a server is asked, and over how many connections at once. */
public enum LoadScenario {
    /** Few interactions: nothing but the way through the server. */
    GET_10(10, 32),

    /** Only for pact-stub-server, which responds with no more interactions than these. */
    GET_100(100, 32),

    /** Many interactions: finding the right one. */
    GET_10_000(10_000, 32),

    /** More than anyone has. */
    GET_100_000(100_000, 32),

    /** Many clients. */
    THOUSAND_CONNECTIONS(1_000, 1_000),

    /** Interactions that only a value in the body tells apart. */
    PAYMENTS(1_000, 32),

    /** Something is created and then retrieved, which needs state if it is to be true. */
    CREATE_AND_RETRIEVE(2, 32);

    /** As in a parallel test run; a world has 50,000 customers when the longest run is over. */
    private static final int API_KEYS = 32;

    private final int interactions;
    private final int connections;

    LoadScenario(int interactions, int connections) {
        this.interactions = interactions;
        this.connections = connections;
    }

    /** The interactions, and the requests for them. */
    public Workload workload() {
        return switch (this) {
            case PAYMENTS -> new PaymentWorkload(interactions);
            case CREATE_AND_RETRIEVE -> new CreationWorkload(API_KEYS);
            default -> new CustomerWorkload(interactions);
        };
    }

    /** Each has one request in flight. */
    public int connections() {
        return connections;
    }

    /** How many interactions there are. */
    public int interactions() {
        return interactions;
    }

    /** Names its files, e.g. {@code "get-10000"}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replaceAll("(\\d)_(\\d)", "$1$2").replace('_', '-');
    }
}
