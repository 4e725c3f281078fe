package dev.treaty.provider.verification.report;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.contracts.ContractVersion;
import dev.treaty.provider.verification.contracts.LoadedContract;
import dev.treaty.provider.verification.errors.SecretMask;
import java.util.List;
import java.util.Locale;

/**
 * The result of verifying one interaction.
 *
 * @param contract the contract's file name, e.g. {@code "billing-stripe.json"}
 * @param consumer who relies on it
 * @param provider who must keep it
 * @param version which version of the consumer, and why it is verified, e.g. {@code "version 4f2c of main, latest from main branch"}; empty
 *     if the contract did not come from a broker
 * @param key the interaction's key in the contract
 * @param description the interaction's description
 * @param given its states as people read them; empty if there are none
 * @param target what responded, e.g. {@code "http://localhost:8081"}; empty if nothing did
 * @param why why it was skipped or failed; empty if the contract was kept
 */
public record VerificationResult(
        String contract,
        String consumer,
        String provider,
        String version,
        String key,
        String description,
        String given,
        String target,
        Outcome outcome,
        String why) {

    static VerificationResult of(ContractInteraction interaction, String target, Outcome outcome, String why) {
        return new VerificationResult(
                interaction.contract().name(),
                interaction.consumer(),
                interaction.provider(),
                interaction.contract().version().map(ContractVersion::toString).orElse(""),
                interaction.interaction().uniqueKey(),
                interaction.description(),
                SecretMask.mask(interaction.given()),
                target,
                outcome,
                why);
    }

    /** All interactions of a contract, as {@link Outcome#NOT_VERIFIED}. */
    public static List<VerificationResult> notVerified(PactFile contract) {
        return ContractInteraction.of(LoadedContract.of(contract)).stream()
                .map(interaction -> of(interaction, "", Outcome.NOT_VERIFIED, ""))
                .toList();
    }

    /** The outcomes, the worst first. */
    public enum Outcome {
        /** The contract is broken. */
        FAILED,
        /** The contract is broken, but pending: the build continues. */
        PENDING,
        /** No verification ran. */
        NOT_VERIFIED,
        /** This target cannot be brought into the state, for the reason given. */
        SKIPPED,
        /** The contract itself responded, so nothing is known about the provider. */
        REPLAYED,
        /** Our replay of the vendor responded, from its state and without the contract; the vendor itself was not asked. */
        SIMULATED,
        /** The provider itself responded, and kept the contract. */
        VERIFIED;

        /** What the word says about the provider. */
        String meaning() {
            return switch (this) {
                case FAILED -> "the contract is broken";
                case PENDING -> "the contract is broken, but may still be";
                case NOT_VERIFIED -> "no verification ran";
                case SKIPPED -> "what was asked cannot be brought into the state";
                case REPLAYED -> "the contract itself responded, so nothing is known about the provider";
                case SIMULATED ->
                    "our replay of the vendor responded, from its state and without the contract; the vendor itself was not asked";
                case VERIFIED -> "the provider itself responded, and kept the contract";
            };
        }

        /** Whether a contract is broken, pending ones included. */
        public boolean isBroken() {
            return this == FAILED || this == PENDING;
        }

        /** In words, e.g. {@code "not verified"}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
