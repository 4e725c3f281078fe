package dev.treaty.pacts.broker.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.broker.http.HalDocument;
import dev.treaty.pacts.broker.http.HalLink;
import java.util.Optional;

/**
 * A contract of a consumer's version, and whether a provider's version keeps it.
 *
 * @param providerVersion empty if no version of the provider is where it was looked for
 * @param isSuccess empty if the version was never verified
 * @param isIgnored whether it is left out of the answer
 * @param contract where the contract is
 * @param result where the result is; empty if there is none
 */
public record MatrixRow(
        String consumer,
        String consumerVersion,
        String provider,
        Optional<String> providerVersion,
        Optional<Boolean> isSuccess,
        boolean isIgnored,
        Optional<HalLink> contract,
        Optional<HalLink> result) {

    static MatrixRow of(HalDocument row) {
        var success = row.json().path("verificationResult").path("success");
        return new MatrixRow(
                row.text("consumer", "name").orElse(""),
                row.text("consumer", "version", "number").orElse(""),
                row.text("provider", "name").orElse(""),
                row.text("provider", "version", "number"),
                success.isBoolean() ? Optional.of(success.asBoolean()) : Optional.empty(),
                row.json().path("ignored").asBoolean(),
                self(row.json().path("pact")),
                self(row.json().path("verificationResult")));
    }

    private static Optional<HalLink> self(JsonNode document) {
        return new HalDocument(document).link("self");
    }

    /** The same contract beside another version of the provider, which was never verified against it. */
    MatrixRow unverified(String otherVersion) {
        return new MatrixRow(
                consumer,
                consumerVersion,
                provider,
                Optional.of(otherVersion),
                Optional.empty(),
                isIgnored,
                contract,
                Optional.empty());
    }

    boolean isFailure() {
        return !isIgnored && !isSuccess.orElse(true);
    }

    /** Whether it stands for a verification that is missing; which version of the provider lacks it, the broker does not say. */
    boolean isMissing() {
        return !isIgnored && isSuccess.isEmpty();
    }

    /** What the table shows: {@code true}, {@code false} or {@code unknown}. */
    public String outcome() {
        return isSuccess.map(Object::toString).orElse("unknown") + (isIgnored ? " (ignored)" : "");
    }
}
