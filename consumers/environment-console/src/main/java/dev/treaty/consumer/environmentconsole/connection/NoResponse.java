package dev.treaty.consumer.environmentconsole.connection;

import java.net.URI;

/** The environment cloner could not be reached, or did not respond in time. It is unknown whether it carried out the call. */
public final class NoResponse extends ClonerFailure {

    NoResponse(String circumstance, ClonerRequest call, URI address, Throwable cause) {
        super(
                "The environment cloner did not respond " + circumstance + ".",
                call + " at " + address,
                "check that it runs there, and that nothing between here and there stops the request",
                cause);
    }
}
