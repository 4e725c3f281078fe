package dev.treaty.stubs.bench;

/**
 * Interactions that differ in one value, and the requests for them. The answers have their keys in alphabetical order and no
 * white space, as pact-jvm writes them: then every server answers with the same bytes.
 */
sealed interface Workload permits CustomerWorkload, PaymentWorkload {

    /** What its files are called, e.g. {@code "customers-10"}. */
    String name();

    /** How many interactions there are; they are numbered from 0. */
    int interactions();

    /** One of them as it stands in a pact file of specification V4, JSON. */
    String interaction(int number);

    /** The same as a mapping of plain WireMock, JSON. */
    String mapping(int number);

    /** A request for it: head and body, as they are sent. */
    String request(int number);

    /** The body of the answer to it. */
    String answer(int number);
}
