package dev.treaty.consumer.customermail;

import dev.treaty.pacts.errors.TreatyException;
import java.util.List;
import java.util.stream.Collectors;

/** SendGrid found something wrong with the request (400), or with its path (404, 405); repeating it will not help. */
public final class RequestRefused extends TreatyException {

    private final int status;
    private final transient List<Problem> problems;

    RequestRefused(int status, List<Problem> problems, String where) {
        super(
                "SendGrid refused a request (%d): %s.".formatted(status, text(problems)),
                where,
                "correct what it says; if it says nothing, check which server responds there");
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    private static String text(List<Problem> problems) {
        return problems.isEmpty()
                ? "it does not say why"
                : problems.stream()
                        .map(problem -> problem.field().isEmpty()
                                ? problem.message()
                                : problem.field() + ": " + problem.message())
                        .collect(Collectors.joining("; "));
    }

    /** The status of the response, e.g. 400. */
    public int status() {
        return status;
    }

    /** What is wrong; empty if the response does not say. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param field e.g. {@code "content"} or {@code "personalizations.0.to"}; empty if it is the whole request
     * @param message for people, without a period at the end
     */
    public record Problem(String field, String message) {}
}
