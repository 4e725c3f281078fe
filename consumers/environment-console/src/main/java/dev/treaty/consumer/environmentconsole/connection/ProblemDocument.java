package dev.treaty.consumer.environmentconsole.connection;

import java.util.Optional;

/**
 * A problem as the environment cloner describes it: why a request was refused, why a clone failed, or what is wrong with an environment.
 *
 * @param title the kind of problem, in words
 * @param detail what happened this time
 * @param fix what the reader can do about it
 */
public record ProblemDocument(ProblemType type, String title, Optional<String> detail, Optional<String> fix) {

    /** Reads a problem document (RFC 9457), or an object of its shape. */
    public static ProblemDocument of(JsonDocument problem) {
        return new ProblemDocument(
                ProblemType.of(problem.text("type")),
                problem.text("title"),
                problem.optionalText("detail"),
                problem.optionalText("fix"));
    }

    /** Title and detail as one or two sentences. */
    public String what() {
        return detail.map(text -> sentence(title) + " " + sentence(text)).orElseGet(() -> sentence(title));
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.?!]") ? text : text + ".";
    }
}
