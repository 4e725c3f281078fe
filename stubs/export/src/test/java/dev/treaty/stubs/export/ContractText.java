package dev.treaty.stubs.export;

import dev.treaty.pacts.files.PactFile;
import java.nio.file.Path;

/** Contracts as text, so that a test shows what the file says. */
final class ContractText {

    static final String DESCRIPTION = "a request";

    private ContractText() {}

    /** One interaction with this request, and a text as its response. */
    static PactFile of(String request) {
        return of(request, """
                {"status": 200, "body": {"content": "response", "contentType": "text/plain", "encoded": false}}""");
    }

    static PactFile of(String request, String response) {
        return file(interaction(DESCRIPTION, "[]", request, response));
    }

    static PactFile file(String... interactions) {
        return fileNamed("consumer-provider.json", interactions);
    }

    static PactFile fileNamed(String name, String... interactions) {
        return PactFile.parse(Path.of(name), """
                {"consumer": {"name": "consumer"},
                 "provider": {"name": "provider"},
                 "interactions": [
                %s
                 ],
                 "metadata": {"pactSpecification": {"version": "4.0"}}}""".formatted(String.join(",\n", interactions)));
    }

    static String interaction(String description, String states, String request, String response) {
        return """
                {"type": "Synchronous/HTTP", "description": "%s", "providerStates": %s, "request": %s, "response": %s}""".formatted(description, states, request, response);
    }

    /** A POST of JSON with rules for the body. */
    static PactFile ofJson(String body, String rules) {
        return of("""
                {"method": "POST", "path": "/things", "headers": {"Content-Type": ["application/json"]},
                 "body": {"content": %s, "contentType": "application/json", "encoded": false},
                 "matchingRules": {"body": {%s}}}""".formatted(body, rules));
    }

    /** One rule in a pact, e.g. {@code rule("$.a", "'match': 'type'")}; single quotes become double ones. */
    static String rule(String path, String... matchers) {
        var each = new StringBuilder();
        for (var matcher : matchers) {
            each.append(each.isEmpty() ? "" : ", ")
                    .append("{")
                    .append(matcher.replace('\'', '"'))
                    .append("}");
        }
        return "\"%s\": {\"combine\": \"AND\", \"matchers\": [%s]}".formatted(path, each);
    }
}
