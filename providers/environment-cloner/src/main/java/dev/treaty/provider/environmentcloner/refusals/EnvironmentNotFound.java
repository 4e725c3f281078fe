package dev.treaty.provider.environmentcloner.refusals;

import java.util.List;

/** No environment has this id (404). */
public final class EnvironmentNotFound extends Refusal {

    /**
     * Nobody has configured it.
     *
     * @param where the id comes from
     * @param known the ids that there are
     */
    public EnvironmentNotFound(String id, String where, List<String> known) {
        super(
                "environment-not-found",
                "No environment has the id %s.".formatted(id),
                where,
                "use one of " + String.join(", ", known));
    }
}
