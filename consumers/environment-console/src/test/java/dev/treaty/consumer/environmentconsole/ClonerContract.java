package dev.treaty.consumer.environmentconsole;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonBody;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import dev.treaty.consumer.environmentconsole.connection.AccessToken;
import dev.treaty.consumer.recording.BearerHeader;
import dev.treaty.consumer.recording.Problem;
import java.util.Map;
import java.util.function.Consumer;

/** What several recordings of the environment cloner have in common. */
final class ClonerContract {

    static final String CONSUMER = "environment-console";
    static final String PROVIDER = "environment-cloner";

    /** The headers of a call with a JSON body; set them before the body, otherwise pact-jvm adds a charset, which JSON lacks. */
    static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    static final String CLONE_ID = "cln_[A-Za-z0-9]+";
    static final String BACKUP_ID = "bak_[A-Za-z0-9]+";
    static final String RESTORATION_ID = "rst_[A-Za-z0-9]+";
    static final String ENVIRONMENT_ID = "[a-z][a-z0-9-]*";
    static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z";
    /** ISO 8601, without days, whose length varies. */
    static final String DURATION = "PT(\\d+H)?(\\d+M)?(\\d+(\\.\\d{1,9})?S)?";

    static final String SECONDS = "[1-9]\\d{0,5}";
    /** Opaque; only what a query may contain without being encoded. */
    static final String CURSOR = "[A-Za-z0-9._~-]+";

    static final String TABLE = "[a-z_]+\\.[a-z_]+";
    static final String MIGRATION = "V[0-9.]+ .+";
    static final String PHASES = "checking|migrating|copying|indexing|validating|swapping";
    static final String LEVELS = "debug|info|warning|error";

    private ClonerContract() {}

    /** A call of the operator, whose token comes from the provider state. */
    static PactDslRequestWithPath call(PactDslWithState state, String description, String method, String path) {
        return authorized(state.uponReceiving(description).method(method).path(path), ExampleData.OPERATOR);
    }

    /** A call whose path has an id that comes from the provider state: {@code call(…, "/clones/${clone}/log", "clone", "cln_42")}. */
    static PactDslRequestWithPath call(
            PactDslWithState state, String description, String method, String path, Map<String, String> ids) {
        var example = path;
        for (var id : ids.entrySet()) {
            example = example.replace("${" + id.getKey() + "}", id.getValue());
        }
        return authorized(
                state.uponReceiving(description).method(method).pathFromProviderState(path, example),
                ExampleData.OPERATOR);
    }

    /** Adds the token that the provider state gives. */
    static PactDslRequestWithPath authorized(PactDslRequestWithPath request, AccessToken example) {
        return request.headerFromProviderState("Authorization", "Bearer ${accessToken}", ExampleData.bearer(example))
                .matchHeader("Authorization", BearerHeader.REGEX, ExampleData.bearer(example));
    }

    /** A problem document that says what, why and how to fix it. */
    static DslPart problem(String slug, int status, String title, String detail, String fix) {
        return problem(slug, status, title, detail, fix, more -> {});
    }

    /** The same with additional members. */
    static DslPart problem(
            String slug, int status, String title, String detail, String fix, Consumer<LambdaDslJsonBody> more) {
        return Problem.body("https://treaty.dev/problems/" + slug, status, title, problem -> {
            problem.stringType("detail", detail);
            problem.stringType("fix", fix);
            more.accept(problem);
        });
    }

    /** A problem inside of another document. */
    static void problem(LambdaDslObject problem, String slug, String title, String detail, String fix) {
        problem.stringValue("type", "https://treaty.dev/problems/" + slug);
        problem.stringType("title", title);
        problem.stringType("detail", detail);
        problem.stringType("fix", fix);
    }
}
