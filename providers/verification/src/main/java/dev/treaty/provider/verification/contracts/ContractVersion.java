package dev.treaty.provider.verification.contracts;

import java.util.List;

/**
 * Which version of a consumer published a contract, as a broker says.
 *
 * @param number usually a commit
 * @param branches those that the version is on
 * @param reason why the contract is verified, in short, e.g. {@code "latest from branch feat/x"}
 * @param workInProgress whether it was not asked for, but is the newest of a branch
 */
public record ContractVersion(String number, List<String> branches, String reason, boolean workInProgress) {

    /** Copies the branches. */
    public ContractVersion {
        branches = List.copyOf(branches);
    }

    /** To tell versions of one contract apart, e.g. {@code "4f2c of feat/x"}. */
    public String label() {
        return branches.isEmpty() ? number : number + " of " + String.join(", ", branches);
    }

    /** E.g. {@code "version 4f2c of feat/x, latest from branch feat/x, work in progress"}. */
    @Override
    public String toString() {
        return "version " + label() + (reason.isEmpty() ? "" : ", " + reason)
                + (workInProgress ? ", work in progress" : "");
    }
}
