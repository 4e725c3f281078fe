package dev.treaty.consumer.webapp;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import dev.treaty.consumer.recording.Problem;
import java.util.Map;

/** What several recordings of the gateway have in common. */
final class GatewayContract {

    static final String CONSUMER = "web-app";
    static final String PROVIDER = "api-gateway";

    /** The headers of a call with a JSON body; set them before the body, otherwise pact-jvm adds a charset, which JSON lacks. */
    static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /** The header of a signed-in user, whose token comes from the provider state. */
    static final String TOKEN = "Bearer ${accessToken}";

    static final String ID = "[A-Za-z0-9]+";
    static final String EMAIL = "[^@\\s]+@[^@\\s]+";
    static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";
    /** A strong entity tag, quotes included. */
    static final String VERSION = "\"[^\"]+\"";

    /** The challenge for a call without a token. */
    static final String CHALLENGE = "Bearer realm=\"treaty\"";
    /** The challenge for a token that is no longer valid. */
    static final String INVALID_TOKEN = "Bearer realm=\"treaty\", error=\"invalid_token\"";

    private GatewayContract() {}

    /** A problem document without additional members. */
    static DslPart problem(String slug, int status, String title) {
        return Problem.body("https://treaty.dev/problems/" + slug, status, title);
    }

    /** The refusal of a field, and possibly of others. */
    static DslPart invalidField(String field, String detail) {
        return Problem.body(
                "https://treaty.dev/problems/invalid-fields",
                422,
                "Some fields are not acceptable",
                problem -> problem.arrayContaining(
                        "errors",
                        errors -> errors.object(error -> {
                            error.stringValue("field", field);
                            error.stringType("detail", detail);
                        })));
    }

    /** A user in a response. */
    static DslPart user(User user) {
        return newJsonBody(body -> {
                    body.stringMatcher("id", "usr_" + ID, user.id());
                    body.stringMatcher("email", EMAIL, user.email());
                    body.stringType("name", user.name());
                })
                .build();
    }

    /** A workspace in a response, without its version. */
    static DslPart workspace(Workspace workspace) {
        return newJsonBody(body -> {
                    body.stringMatcher("id", "ws_" + ID, workspace.id());
                    body.stringType("name", workspace.name());
                    body.stringValue("role", workspace.role().word());
                    body.stringMatcher("createdAt", TIME, workspace.createdAt().toString());
                })
                .build();
    }
}
