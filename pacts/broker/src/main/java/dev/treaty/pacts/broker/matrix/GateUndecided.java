package dev.treaty.pacts.broker.matrix;

import dev.treaty.pacts.errors.TreatyException;

/** The broker's answer does not cover everything that was asked, so that its yes would be worth nothing. */
public final class GateUndecided extends TreatyException {

    GateUndecided(String where) {
        super(
                "The broker returned only the first %d combinations of versions, and judged only these."
                        .formatted(DeploymentQuestion.MOST_ROWS),
                where,
                "ask about one pacticipant at a time, with --version and --to-environment");
    }
}
