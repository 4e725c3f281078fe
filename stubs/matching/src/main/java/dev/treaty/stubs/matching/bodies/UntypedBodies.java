package dev.treaty.stubs.matching.bodies;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Request;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;

/**
 * Bodies of requests without a Content-Type. Their recipient may find out what they are (RFC 9110, section 8.3); pact-jvm's mock server takes
 * each for JSON, so that no client can send another one without naming its type, even if the contract does not ask for it.
 */
public final class UntypedBodies {

    private static final String CONTENT_TYPE = "Content-Type";

    private UntypedBodies() {}

    /** The request; its body is of the contract's type if neither it nor the contract has a header that says so. */
    public static Request typed(Request actual, IRequest expected) {
        return !actual.getBody().isPresent()
                        || !expected.getBody().isPresent()
                        || has(actual.getHeaders())
                        || has(expected.getHeaders())
                ? actual
                : new Request(
                        actual.getMethod(),
                        actual.getPath(),
                        actual.getQuery(),
                        actual.getHeaders(),
                        OptionalBody.body(actual.getBody().unwrap(), expected.determineContentType()));
    }

    /** Whether a body is what a contract with the body null asks for: none, or JSON's null. */
    public static boolean isNull(OptionalBody body) {
        try {
            return !body.isPresent()
                    || (body.unwrap().length < 16
                            && "null".equals(body.valueAsString().strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false; // to pact-jvm, which only reads it if the contract has a body of that type
        }
    }

    private static boolean has(Map<String, ?> headers) {
        for (var name : headers.keySet()) {
            if (name.equalsIgnoreCase(CONTENT_TYPE)) {
                return true;
            }
        }
        return false;
    }
}
