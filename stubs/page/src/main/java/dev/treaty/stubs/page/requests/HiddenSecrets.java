package dev.treaty.stubs.page.requests;

import dev.treaty.pacts.errors.SecretNames;
import dev.treaty.pacts.errors.SecretParameters;
import dev.treaty.pacts.errors.SecretValues;
import dev.treaty.stubs.matching.diagnosis.RequestSecrets;
import dev.treaty.stubs.matching.request.ParsedRequest;
import dev.treaty.stubs.matching.request.ReceivedRequest;

/** Replaces secrets in what the page shows: people share pages, and screens. */
final class HiddenSecrets {

    private static final String HIDDEN = "***";

    private HiddenSecrets() {}

    /** A path with its query. */
    static String target(String target) {
        var query = target.indexOf('?');
        return query < 0
                ? SecretValues.replace(target, HIDDEN)
                : SecretValues.replace(target.substring(0, query), HIDDEN)
                        + "?"
                        + SecretParameters.replace(target.substring(query + 1), HIDDEN);
    }

    /** The value of a header. */
    static String header(String name, String value) {
        return SecretNames.contains(name) ? HIDDEN : SecretValues.replace(value, HIDDEN);
    }

    /** The body of a request. */
    static String body(ReceivedRequest request, String body) {
        return request instanceof ParsedRequest parsed
                ? RequestSecrets.of(parsed.request()).hide(body)
                : SecretValues.replace(body, HIDDEN);
    }

    /** The body of a response. */
    static String body(String body) {
        return SecretValues.replace(body, HIDDEN);
    }
}
