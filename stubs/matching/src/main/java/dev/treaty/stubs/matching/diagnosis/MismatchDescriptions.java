package dev.treaty.stubs.matching.diagnosis;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.matchers.CookieMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.MethodMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.PathMismatch;
import au.com.dius.pact.core.matchers.QueryMismatch;
import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.stubs.matching.pact.Comparison;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a request differs from an interaction, in plain words and without secrets. */
final class MismatchDescriptions {

    /** Characters; a mismatch may quote whole bodies. */
    private static final int MAX_LENGTH = 500;

    /** More than anybody reads; there may be one for each of a million values. */
    private static final int MOST = 50;

    private static final String NOT_SHOWN = "has another value (values not shown)";

    private final RequestSecrets secrets;

    MismatchDescriptions(RequestSecrets secrets) {
        this.secrets = secrets;
    }

    /** One line for each mismatch, and one more if there are too many. */
    List<String> of(Comparison comparison) {
        var mismatches = comparison.mismatches();
        var lines = mismatches.stream()
                .limit(MOST)
                .map(MismatchDescriptions::describe)
                .map(secrets::hide)
                .map(line -> ShortText.end(line.strip(), MAX_LENGTH))
                .distinct()
                .collect(Collectors.toList());
        if (mismatches.size() > MOST) {
            lines.add("and %d more".formatted(mismatches.size() - MOST));
        }
        return lines;
    }

    private static String describe(Mismatch mismatch) {
        if (mismatch instanceof MethodMismatch method) {
            return "the method must be %s, and is %s".formatted(method.getExpected(), method.getActual());
        }
        if (mismatch instanceof PathMismatch path) {
            return "the path " + words(path.getMismatch(), path.getExpected(), path.getActual());
        }
        if (mismatch instanceof QueryMismatch query) {
            return query(query);
        }
        if (mismatch instanceof CookieMismatch cookies) {
            return "the cookies must include %s, and are %s"
                    .formatted(names(cookies.getExpected()), names(cookies.getActual()));
        }
        if (mismatch instanceof HeaderMismatch header) {
            return header(header);
        }
        if (mismatch instanceof BodyTypeMismatch type) {
            return type.getActual() == null
                    ? "there is no body, and it must be %s".formatted(type.getExpected())
                    : "the body must be %s, and is %s".formatted(type.getExpected(), type.getActual());
        }
        return mismatch instanceof BodyMismatch body ? body(body) : mismatch.description();
    }

    private static String words(@Nullable String sentence, @Nullable Object expected, @Nullable Object actual) {
        return MismatchWords.of(sentence == null ? "Expected another value" : sentence, expected, actual);
    }

    private static String query(QueryMismatch query) {
        var name = query.getQueryParameter();
        var sentence = String.valueOf(query.getMismatch());
        if (sentence.startsWith("Unexpected query parameter")) {
            return "the query parameter %s is not in the contract".formatted(name);
        }
        if (sentence.startsWith("Expected query parameter '%s' but was missing".formatted(name))) {
            return "the query parameter %s is missing".formatted(name);
        }
        var words = SecretNames.contains(name) ? NOT_SHOWN : words(sentence, query.getExpected(), query.getActual());
        return (name.isEmpty() ? "the query " : "the query parameter " + name + " ") + words;
    }

    private static String header(HeaderMismatch header) {
        var name = header.getHeaderKey();
        var isMissing = header.getMismatch().equals("Expected a header '%s' but was missing".formatted(name));
        if (isMissing) {
            return "the header %s is missing".formatted(name);
        }
        var words = SecretNames.contains(name)
                ? NOT_SHOWN
                : words(header.getMismatch(), header.getExpected(), header.getActual());
        return (name.isEmpty() ? "a header " : "the header " + name + " ") + words;
    }

    private static String body(BodyMismatch body) {
        var isEverywhere = body.getPath().equals("/");
        var name = isEverywhere
                ? field(body)
                : body.getPath().substring(body.getPath().lastIndexOf('.') + 1);
        var words = SecretNames.contains(name)
                ? (isEverywhere ? "the field \"%s\" ".formatted(name) : "") + NOT_SHOWN
                : words(body.getMismatch(), body.getExpected(), body.getActual());
        return isEverywhere ? "body: " + words : "body %s %s".formatted(body.getPath(), words);
    }

    /** pact-jvm does not say which field of a form it is about, but starts its values with the field's name. */
    private static String field(BodyMismatch body) {
        var value = body.getExpected() == null ? body.getActual() : body.getExpected();
        return value instanceof String text && body.getMismatch().contains("form post parameter")
                ? text.split("=", 2)[0]
                : "";
    }

    private static String names(List<String> cookies) {
        var names = cookies.stream().map(cookie -> cookie.split("=", 2)[0]).collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }
}
