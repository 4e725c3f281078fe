package dev.treaty.pacts.broker.publishing;

import dev.treaty.pacts.broker.http.BrokerRefusal;
import dev.treaty.pacts.command.ExitCodeFailure;
import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.errors.TreatyException;

/** The contracts are published, but the broker refused to be told their main branch. */
public final class MainBranchRefused extends TreatyException implements ExitCodeFailure {

    MainBranchRefused(String consumer, String branch, BrokerRefusal cause) {
        super(
                "The contracts are published, but the broker refused %s as the main branch of %s: %s"
                        .formatted(branch, consumer, String.join("; ", cause.texts())),
                cause.errorMessage().where(),
                cause.errorMessage().fix(),
                cause);
    }

    @Override
    public int exitCode() {
        return ExitCodes.NO;
    }
}
