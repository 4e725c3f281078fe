package dev.treaty.stubs.vendor;

import dev.treaty.stubs.http.response.StubResponse;

/** Answers the requests of one route. */
@FunctionalInterface
public interface RouteHandler {

    /**
     * Answers a request, alone in its world.
     *
     * @throws VendorError if the vendor refuses it
     */
    StubResponse handle(Exchange exchange);
}
