package dev.treaty.consumer.webapp.connection;

import java.net.URI;

/** The gateway could not be reached, or did not respond in time. It is unknown whether it carried out the call. */
public final class NoResponse extends GatewayFailure {

    public NoResponse(String circumstance, GatewayRequest call, URI address, Throwable cause) {
        super(
                "The gateway did not respond " + circumstance + ".",
                call,
                "check that it runs at " + address + ", or allow more time with Timeouts",
                cause);
    }
}
