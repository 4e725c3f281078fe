package dev.treaty.provider.environmentcloner.refusals;

/** No environment has this id (404). */
public final class EnvironmentNotFound extends Refusal {

    public EnvironmentNotFound(String where) {
        super(
                "environment-not-found",
                "There is no such environment.",
                where,
                "use the id of one that GET /environments lists");
    }
}
