package dev.treaty.consumer.customermail;

import dev.treaty.pacts.errors.ErrorMessage;
import java.net.URI;
import java.time.Duration;

/**
 * Where SendGrid's API is, and how long to wait for it.
 *
 * @param url {@code https://api.sendgrid.com}, {@code https://api.eu.sendgrid.com} for accounts in Europe, or the address of a stand-in;
 *     without a path, because the SDK cannot send one
 * @param connectTimeout how long connecting may take
 * @param responseTimeout how long the response may take, from the first byte of the request to the last of the response
 */
public record SendGridEndpoint(URI url, Duration connectTimeout, Duration responseTimeout) {

    private static final URI SENDGRID = URI.create("https://api.sendgrid.com");

    /**
     * Checks the address.
     *
     * @throws IllegalArgumentException if it is not an http or https URL with a host and without a path
     */
    public SendGridEndpoint {
        var isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!isHttp || url.getHost() == null || !url.getRawPath().matches("/?") || url.getRawQuery() != null) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "\"%s\" is not an address at which SendGrid's SDK can reach an API.".formatted(url),
                            "SendGridEndpoint.url",
                            "write scheme, host and port, and no path: http://127.0.0.1:12114")
                    .toString());
        }
    }

    /** SendGrid itself. */
    public static SendGridEndpoint sendGrid() {
        return at(SENDGRID);
    }

    /** A stand-in for SendGrid, e.g. {@code http://127.0.0.1:12114}; 5 s to connect, 20 s to respond. */
    public static SendGridEndpoint at(URI url) {
        return new SendGridEndpoint(url, Duration.ofSeconds(5), Duration.ofSeconds(20));
    }

    /** The same endpoint, with other time-outs. */
    public SendGridEndpoint within(Duration connectTimeout, Duration responseTimeout) {
        return new SendGridEndpoint(url, connectTimeout, responseTimeout);
    }

    boolean isSecure() {
        return "https".equals(url.getScheme());
    }

    /** E.g. {@code "127.0.0.1:12114"}. */
    String hostAndPort() {
        return url.getRawAuthority();
    }
}
