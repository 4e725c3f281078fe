package dev.treaty.provider.junit.states;

import dev.treaty.provider.verification.errors.SecretMask;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Optional;

/** Remembers how a vendor responded last while a state was set up, so that a failure can say so. Each interaction has one thread. */
public final class LastResponse implements Filter {

    private static final int SHOWN_LENGTH = 500;

    private final ThreadLocal<String> last = new ThreadLocal<>();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        last.remove();
        var response = context.next(request, expected);
        last.set("%d to %s %s: %s"
                .formatted(
                        response.statusCode(),
                        request.getMethod(),
                        URI.create(request.getURI()).getPath(),
                        shown(response.asString().strip())));
        return response;
    }

    private static String shown(String body) {
        var masked = SecretMask.mask(body.isEmpty() ? "no body" : body);
        return masked.length() <= SHOWN_LENGTH ? masked : masked.substring(0, SHOWN_LENGTH) + "…";
    }

    /** Forgets the responses to earlier states. */
    void forget() {
        last.remove();
    }

    /** E.g. <code>401 to POST /v1/customers: {"error": …}</code>; empty if no request was answered. */
    Optional<String> text() {
        return Optional.ofNullable(last.get());
    }
}
