package dev.treaty.pacts.broker.matrix;

import dev.treaty.pacts.broker.verification.ContractResult;
import java.util.List;

/** Why one contract stands in the way of a deployment. */
public sealed interface Obstacle {

    /** The contract, and the version of the provider. */
    MatrixRow row();

    /**
     * The provider breaks the contract.
     *
     * @param result what the provider's build published
     * @param broken the interactions that failed; empty if the build published only that it failed
     */
    record Broken(MatrixRow row, ContractResult result, List<BrokenInteraction> broken) implements Obstacle {}

    /**
     * Nobody has verified the contract with the provider's version.
     *
     * @param advice the commands that verify it
     */
    record Unverified(MatrixRow row, VerificationAdvice advice) implements Obstacle {}

    /** No version of the provider is in the environment. */
    record Absent(MatrixRow row, String environment) implements Obstacle {}
}
