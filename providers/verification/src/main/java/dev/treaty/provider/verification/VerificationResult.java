package dev.treaty.provider.verification;

/**
 * What came of one interaction.
 *
 * @param contract the contract's file name, e.g. {@code "billing-stripe.json"}
 * @param key the interaction's key in the contract
 * @param description the interaction's description
 * @param why it was skipped or failed; empty when it was verified
 */
public record VerificationResult(String contract, String key, String description, Outcome outcome, String why) {

    /** Held, broken, or out of the target's reach. */
    public enum Outcome {
        VERIFIED,
        FAILED,
        SKIPPED
    }
}
