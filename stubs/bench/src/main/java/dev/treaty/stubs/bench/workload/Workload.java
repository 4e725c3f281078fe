package dev.treaty.stubs.bench.workload;

import dev.treaty.stubs.bench.load.ExpectedResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Interactions that differ in one value, and the requests for them. Response bodies have their keys in alphabetical order and no white
 * space, as pact-jvm writes them, so that every server responds with the same bytes.
 */
public sealed interface Workload permits CustomerWorkload, PaymentWorkload, CreationWorkload {

    /** Names its files, e.g. {@code "customers-10"}. */
    String name();

    /** How many interactions there are; they are numbered from 0. */
    int interactions();

    /** One of them as it stands in a pact file of specification V4, JSON. */
    String interaction(int number);

    /** The same as a plain WireMock mapping, JSON. */
    String mapping(int number);

    /** The same as an expectation of MockServer, JSON; empty where MockServer is not measured. */
    default Optional<String> expectation(int number) {
        return Optional.empty();
    }

    /** A request for it: head and body, as they are sent. */
    String request(int number);

    /** The body of the response to that request. */
    String responseBody(int number);

    /** All requests, with the responses of a server that knows the workload. */
    default List<ExpectedResponse> responses() {
        return responses(this::responseBody);
    }

    /** All requests, with the responses of a server that gives the first response to every request. */
    default List<ExpectedResponse> constantResponses() {
        var body = responseBody(0);
        return responses(number -> body);
    }

    private List<ExpectedResponse> responses(IntFunction<String> body) {
        return IntStream.range(0, interactions())
                .mapToObj(number -> ExpectedResponse.to(request(number), body.apply(number)))
                .toList();
    }
}
