package dev.treaty.consumer.environmentconsole.connection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The environment cloner refused a call, and said why. Nothing was changed. */
public final class Refused extends ClonerFailure {

    private final int status;
    private final ProblemDocument problem;
    private final List<InvalidMember> errors;
    private final Optional<String> blockingClone;
    private final Optional<Duration> retryAfter;

    Refused(
            ClonerRequest call,
            int status,
            ProblemDocument problem,
            List<InvalidMember> errors,
            Optional<String> blockingClone,
            Optional<Duration> retryAfter) {
        super(problem.what(), where(call, errors), fix(problem, retryAfter));
        this.status = status;
        this.problem = problem;
        this.errors = List.copyOf(errors);
        this.blockingClone = blockingClone;
        this.retryAfter = retryAfter;
    }

    /** The status of the response, e.g. 409. */
    public int status() {
        return status;
    }

    /** Why, and what to do about it. */
    public ProblemDocument problem() {
        return problem;
    }

    /** What is wrong with the request's body; empty if nothing is. */
    public List<InvalidMember> errors() {
        return errors;
    }

    /** The id of the clone that is in the way, if one is. */
    public Optional<String> blockingClone() {
        return blockingClone;
    }

    /** How long to wait before calling again, if waiting helps. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    private static String where(ClonerRequest call, List<InvalidMember> errors) {
        return errors.isEmpty()
                ? call.toString()
                : errors.stream().map(InvalidMember::toString).collect(Collectors.joining("; ", call + ": ", ""));
    }

    private static String fix(ProblemDocument problem, Optional<Duration> retryAfter) {
        return problem.fix()
                .or(() -> retryAfter.map(wait -> "call again in %d s".formatted(wait.toSeconds())))
                .orElseGet(() -> advice(problem.type()));
    }

    /** For the problems that all services of the platform have in common, which bring no advice of their own. */
    private static String advice(ProblemType type) {
        return switch (type) {
            case TOKEN_MISSING -> "set ENVIRONMENT_CLONER_TOKEN to an access token";
            case TOKEN_EXPIRED -> "set ENVIRONMENT_CLONER_TOKEN to a new access token";
            default -> "read what the server's log says about this request";
        };
    }
}
