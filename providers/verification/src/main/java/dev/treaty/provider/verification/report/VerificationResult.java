package dev.treaty.provider.verification.report;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.contracts.LoadedContract;
import dev.treaty.provider.verification.errors.SecretMask;
import java.util.List;
import java.util.Locale;

/**
 * What came of one interaction.
 *
 * @param contract the contract's file name, e.g. {@code "billing-stripe.json"}
 * @param consumer who relies on it
 * @param provider who must hold it
 * @param key the interaction's key in the contract
 * @param description the interaction's description
 * @param given its states as a person reads them; empty when there are none
 * @param why it was skipped or failed; empty when it was verified
 */
public record VerificationResult(
        String contract,
        String consumer,
        String provider,
        String key,
        String description,
        String given,
        Outcome outcome,
        String why) {

    static VerificationResult of(ContractInteraction interaction, Outcome outcome, String why) {
        return new VerificationResult(
                interaction.contract().name(),
                interaction.consumer(),
                interaction.provider(),
                interaction.interaction().uniqueKey(),
                interaction.description(),
                SecretMask.hiddenIn(interaction.given()),
                outcome,
                why);
    }

    /** All interactions of a contract, as long as nobody has asked the provider. */
    public static List<VerificationResult> notVerified(PactFile file) {
        var contract = LoadedContract.of(file, file.path().toString());
        return contract.interactions().stream()
                .map(interaction -> of(new ContractInteraction(contract, interaction), Outcome.NOT_VERIFIED, ""))
                .toList();
    }

    /** What can come of an interaction, the worst first. */
    public enum Outcome {
        /** Broken. */
        FAILED,
        /** Broken, and nobody is stopped by it yet. */
        PENDING,
        /** Nobody asked. */
        NOT_VERIFIED,
        /** Out of the target's reach, for the reason given. */
        SKIPPED,
        /** Held. */
        VERIFIED;

        /** In words, e.g. {@code "not verified"}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
