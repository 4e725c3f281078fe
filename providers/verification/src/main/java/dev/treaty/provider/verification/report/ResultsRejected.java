package dev.treaty.provider.verification.report;

import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.provider.verification.contracts.LoadedContract;

/** A broker did not accept verification results, so a gate would not know about them. */
public final class ResultsRejected extends TreatyException {

    ResultsRejected(LoadedContract contract, String why) {
        super(
                "The broker rejected the results of %s: %s".formatted(contract.name(), why),
                contract.where(),
                "check that the credentials may publish results; without CI=true nothing is published");
    }
}
