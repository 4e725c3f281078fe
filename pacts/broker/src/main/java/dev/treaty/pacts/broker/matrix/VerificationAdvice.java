package dev.treaty.pacts.broker.matrix;

import dev.treaty.pacts.broker.http.BrokerAddress;
import dev.treaty.pacts.broker.http.HalLink;

/** How to get a verification that is missing. */
final class VerificationAdvice {

    private VerificationAdvice() {}

    /** The command with which the provider's build verifies one contract, and publishes the result. */
    static String command(MatrixRow row, BrokerAddress broker) {
        var command = new StringBuilder("CI=true mvn -pl providers/%s -am verify".formatted(row.provider()));
        command.append(" -Dpact.broker.url=").append(broker);
        row.contract()
                .map(HalLink::href)
                .ifPresent(url -> command.append(" -Dpact.url=").append(url));
        row.providerVersion()
                .ifPresent(
                        version -> command.append(" -Dpact.provider.version=").append(version));
        row.providerBranch()
                .ifPresent(branch -> command.append(" -Dpact.provider.branch=").append(branch));
        return command.toString();
    }
}
