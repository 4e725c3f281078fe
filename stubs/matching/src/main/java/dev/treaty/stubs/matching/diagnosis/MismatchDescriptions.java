package dev.treaty.stubs.matching.diagnosis;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.matchers.CookieMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.PathMismatch;
import au.com.dius.pact.core.matchers.QueryMismatch;
import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.stubs.matching.pact.Comparison;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a request differs from an interaction: in pact-jvm's words, except for secrets and for what it prints as Java objects. */
final class MismatchDescriptions {

    /** Characters; a mismatch may quote whole bodies. */
    private static final int MAX_LENGTH = 500;

    private final RequestSecrets secrets;

    MismatchDescriptions(RequestSecrets secrets) {
        this.secrets = secrets;
    }

    /** One line for each mismatch. */
    List<String> of(Comparison comparison) {
        return Stream.concat(
                        Stream.of(comparison.failure())
                                .filter(failure -> !failure.isEmpty())
                                .map(failure -> "pact-jvm cannot compare them: " + failure),
                        comparison.mismatches().stream().map(MismatchDescriptions::describe))
                .map(secrets::hide)
                .map(MismatchDescriptions::shortened)
                .distinct()
                .toList();
    }

    private static String describe(Mismatch mismatch) {
        if (mismatch instanceof PathMismatch path && path.getMismatch() == null) {
            return "expected path '%s' but received '%s'".formatted(path.getExpected(), path.getActual());
        }
        if (mismatch instanceof BodyTypeMismatch type && type.getActual() == null) {
            return "Expected a body of '%s' but there was none".formatted(type.getExpected());
        }
        if (mismatch instanceof CookieMismatch cookies) {
            return "expected cookies [%s] but received [%s]"
                    .formatted(names(cookies.getExpected()), names(cookies.getActual()));
        }
        if (mismatch instanceof HeaderMismatch header
                && !header.getActual().isEmpty()
                && SecretNames.contains(header.getHeaderKey())) {
            return "Expected header '%s' to have another value (values not shown)".formatted(header.getHeaderKey());
        }
        if (mismatch instanceof QueryMismatch query && SecretNames.contains(query.getQueryParameter())) {
            return "Query parameter '%s' differs (values not shown)".formatted(query.getQueryParameter());
        }
        return mismatch instanceof BodyMismatch body ? describe(body) : mismatch.description();
    }

    private static String describe(BodyMismatch body) {
        var name = body.getPath().substring(body.getPath().lastIndexOf('.') + 1);
        var text = SecretNames.contains(name) ? "differs (values not shown)" : body.description();
        return body.getPath().equals("/") ? "body: " + text : "body %s: %s".formatted(body.getPath(), text);
    }

    private static String names(List<String> cookies) {
        return cookies.stream().map(cookie -> cookie.split("=", 2)[0]).collect(Collectors.joining(", "));
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
    }
}
