package dev.treaty.stubs.http.response;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.pacts.errors.TreatyException;
import java.io.IOException;

/** A server that a mapping passes requests on to has not responded. */
public final class ProxyFailure extends TreatyException {

    private final boolean isTooLate;

    private ProxyFailure(ErrorMessage message, boolean isTooLate, IOException cause) {
        super(message, cause);
        this.isTooLate = isTooLate;
    }

    /**
     * No connection could be made, or it broke.
     *
     * @param origin scheme, host and port of the other server
     */
    public static ProxyFailure unreachable(String origin, IOException cause) {
        return new ProxyFailure(
                new ErrorMessage(
                        "The server that the request was passed on to cannot be reached: %s.".formatted(reason(cause)),
                        "%s, and proxyBaseUrl of the mapping that matches the request".formatted(origin),
                        "start that server, or correct proxyBaseUrl"),
                false,
                cause);
    }

    /**
     * There was no response in time.
     *
     * @param origin scheme, host and port of the other server
     */
    public static ProxyFailure tooLate(String origin, IOException cause) {
        return new ProxyFailure(
                new ErrorMessage(
                        "The server that the request was passed on to does not respond in time.",
                        "%s, and proxyBaseUrl of the mapping that matches the request".formatted(origin),
                        "see why that server takes so long"),
                true,
                cause);
    }

    private static String reason(IOException cause) {
        var message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }

    /** Whether it was reached, and does not respond in time. */
    public boolean isTooLate() {
        return isTooLate;
    }
}
