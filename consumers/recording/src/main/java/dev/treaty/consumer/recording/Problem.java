package dev.treaty.consumer.recording;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonBody;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Problem documents (RFC 9457), the errors of all internal services. A client decides by {@code type}, so it is exact,
 * like the status; title and detail are for people, so they may be any text.
 */
public final class Problem {

    /** The media type of a problem document. */
    public static final String CONTENT_TYPE = "application/problem+json";

    /** The headers of a response that is a problem document; set them before its body. */
    public static final Map<String, String> HEADERS = Map.of("Content-Type", CONTENT_TYPE);

    private Problem() {}

    /**
     * The body of a problem.
     *
     * @param type stable and never reworded, e.g. {@code "https://treaty.dev/problems/e-mail-taken"}
     * @param status the HTTP status, as in the status line
     * @param title an example of the title
     */
    public static DslPart body(String type, int status, String title) {
        return body(type, status, title, more -> {});
    }

    /** The body of a problem with additional members (RFC 9457, section 3.2), which {@code extensions} adds. */
    public static DslPart body(String type, int status, String title, Consumer<LambdaDslJsonBody> extensions) {
        return newJsonBody(problem -> {
                    problem.stringValue("type", type);
                    problem.numberValue("status", status);
                    problem.stringType("title", title);
                    extensions.accept(problem);
                })
                .build();
    }
}
