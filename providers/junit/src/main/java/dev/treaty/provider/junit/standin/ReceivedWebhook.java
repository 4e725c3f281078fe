package dev.treaty.provider.junit.standin;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Optional;

/** A webhook that an application received. */
public final class ReceivedWebhook {

    private final LoggedRequest request;

    ReceivedWebhook(LoggedRequest request) {
        this.request = request;
    }

    /** Where it arrived, e.g. {@code "http://127.0.0.1:41233/webhooks"}. */
    public String url() {
        return request.getAbsoluteUrl();
    }

    /** Its bytes; not copied. */
    public byte[] body() {
        return request.getBody();
    }

    /** A header, ignoring case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
