package dev.treaty.pacts.broker.publishing;

import java.util.List;

/**
 * A contract that differs from the one that is published under the same version.
 *
 * @param differences descriptions of the interactions that differ
 */
public record Conflict(ContractToPublish contract, List<String> differences) {

    @Override
    public String toString() {
        return "%s with %s: %s".formatted(contract.consumer(), contract.provider(), String.join(", ", differences));
    }
}
