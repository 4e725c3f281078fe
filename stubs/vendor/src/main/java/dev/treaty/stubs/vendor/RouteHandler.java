package dev.treaty.stubs.vendor;

import dev.treaty.stubs.http.response.StubResponse;

/** Answers the requests of one route. */
@FunctionalInterface
public interface RouteHandler {

    /** @throws VendorError if the vendor refuses the request */
    StubResponse handle(Exchange exchange);
}
