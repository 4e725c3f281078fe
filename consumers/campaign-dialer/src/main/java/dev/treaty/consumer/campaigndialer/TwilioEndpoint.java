package dev.treaty.consumer.campaigndialer;

import dev.treaty.pacts.errors.ErrorMessage;
import java.net.URI;
import java.time.Duration;

/**
 * Where Twilio's API is, and how long to wait for it.
 *
 * @param url {@code https://api.twilio.com}, or the address of a stand-in; its path is prepended to the
 *     path of every request
 * @param connectTimeout how long connecting may take
 * @param readTimeout how long the API may send nothing while the response is awaited
 */
public record TwilioEndpoint(URI url, Duration connectTimeout, Duration readTimeout) {

    private static final URI TWILIO = URI.create("https://api.twilio.com");

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https URL with a host
     */
    public TwilioEndpoint {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "\"%s\" is not the address of an HTTP API.".formatted(url),
                            "TwilioEndpoint.url",
                            "write scheme and host, and a path if there is one: http://127.0.0.1:8080/twilio")
                    .toString());
        }
    }

    /** Twilio itself. */
    public static TwilioEndpoint twilio() {
        return at(TWILIO);
    }

    /** A stand-in for Twilio, e.g. {@code http://127.0.0.1:8080/twilio}; 5 s to connect, 15 s to respond. */
    public static TwilioEndpoint at(URI url) {
        return new TwilioEndpoint(url, Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    /** The same endpoint, with other time-outs. */
    public TwilioEndpoint within(Duration connectTimeout, Duration readTimeout) {
        return new TwilioEndpoint(url, connectTimeout, readTimeout);
    }

    boolean isTwilio() {
        return url.equals(TWILIO);
    }

    boolean isSecure() {
        return "https".equals(url.getScheme());
    }

    int port() {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    /** The prefix of every request's path: empty, or a path without a trailing slash. */
    String pathPrefix() {
        return url.getRawPath().replaceFirst("/+$", "");
    }
}
