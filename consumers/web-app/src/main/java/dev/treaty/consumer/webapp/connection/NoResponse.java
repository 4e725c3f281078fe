package dev.treaty.consumer.webapp.connection;

import java.net.URI;

/** The gateway could not be reached, or did not answer in time. Whether it did what it was asked to is not known. */
public final class NoResponse extends GatewayFailure {

    public NoResponse(String circumstance, GatewayRequest call, URI address, Throwable cause) {
        super(
                "The gateway did not answer " + circumstance + ".",
                call,
                "see that it runs at " + address + ", or allow more time with Timeouts",
                cause);
    }
}
