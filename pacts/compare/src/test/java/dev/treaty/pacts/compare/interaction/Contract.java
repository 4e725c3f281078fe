package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import java.nio.file.Path;

/** Short contracts for tests. */
final class Contract {

    private static final String REQUEST = "{\"method\": \"GET\", \"path\": \"/x\"}";

    private Contract() {}

    static V4Pact of(String... interactions) {
        return PactFile.parse(Path.of("web-auth.json"), PactText.pact("web", "auth", interactions))
                .pact();
    }

    /** One interaction whose response has a body in JSON with rules, e.g. {@code "'$.a': {'match': 'type'}"}; quotes are single. */
    static V4Pact json(String body, String bodyRules) {
        return of(interaction("a request", response(body, bodyRules)));
    }

    static String interaction(String description, String response) {
        return PactText.http(description, REQUEST, response);
    }

    static String response(String body, String bodyRules) {
        return """
                {"status": 200,
                 "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": %s, "contentType": "application/json", "encoded": false},
                 "matchingRules": {"body": {%s}}}""".formatted(quoted(body), rules(bodyRules));
    }

    /** Puts each rule into a group of its own. */
    private static String rules(String rules) {
        return quoted(rules)
                .replaceAll("(\"\\$[^\"]*\"): (\\{\"match\".*?\\})(?=, \"\\$|$)", "$1: {\"matchers\": [$2]}");
    }

    /** Single quotes are double quotes, and tildes are single ones. */
    static String quoted(String json) {
        return json.replace('\'', '"').replace('~', '\'');
    }
}
