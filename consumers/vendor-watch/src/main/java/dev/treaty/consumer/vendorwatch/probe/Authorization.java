package dev.treaty.consumer.vendorwatch.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.consumer.http.HttpCall;
import java.util.Base64;

/** How a vendor wants the key of a request. */
@FunctionalInterface
public interface Authorization {

    /** The call with the key. */
    HttpCall authorize(HttpCall call, Credentials credentials);

    /** {@code Authorization: Bearer <key>} (RFC 6750). */
    static Authorization bearer() {
        return (call, credentials) -> call.header("Authorization", "Bearer " + credentials.key());
    }

    /** {@code Authorization: Basic …} (RFC 7617), with the key as the password. */
    static Authorization basic() {
        return (call, credentials) -> call.header(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((credentials.user() + ":" + credentials.key()).getBytes(UTF_8)));
    }

    /** The bare key in a header. */
    static Authorization header(String name) {
        return (call, credentials) -> call.header(name, credentials.key());
    }

    /** The key in the query, which messages do not show. */
    static Authorization query(String parameter) {
        return (call, credentials) -> call.query(call.query().andSecret(parameter, credentials.key()));
    }
}
