package dev.treaty.stubs.matching.bodies;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Request;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Forms with fields that have no equals sign. Their value is empty (WHATWG URL, section 5.1); pact-jvm takes it for the text "null".
 */
public final class FormBodies {

    private static final String FORM = "application/x-www-form-urlencoded";

    private FormBodies() {}

    /** Whether one of two forms has such a field. */
    public static boolean areIncomplete(IRequest expected, Request actual) {
        return isForm(expected.determineContentType().getBaseType())
                && isForm(actual.determineContentType().getBaseType())
                && (isIncomplete(expected.getBody()) || isIncomplete(actual.getBody()));
    }

    /** The same request with an equals sign in every field of its form. */
    public static Request completed(IRequest request) {
        return new Request(
                request.getMethod(),
                request.getPath(),
                request.getQuery(),
                request.getHeaders(),
                OptionalBody.body(
                        completed(request.getBody().valueAsString())
                                .getBytes(request.getBody().getContentType().asCharset()),
                        request.getBody().getContentType()),
                request.getMatchingRules());
    }

    /** Whether a media type, without parameters, is that of a form. */
    static boolean isForm(@Nullable String type) {
        return FORM.equals(type);
    }

    private static boolean isIncomplete(OptionalBody form) {
        return form.isPresent()
                && Arrays.stream(form.valueAsString().split("&"))
                        .anyMatch(field -> !completed(field).equals(field));
    }

    private static String completed(String form) {
        return Arrays.stream(form.split("&"))
                .map(field -> field.isEmpty() || field.indexOf('=') >= 0 ? field : field + "=")
                .collect(Collectors.joining("&"));
    }
}
