package dev.treaty.pacts.conformance.check;

import dev.treaty.pacts.errors.ErrorMessage;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A difference that somebody has looked at.
 *
 * @param interaction its description
 * @param place as it is reported
 * @param reason why the contract is right, or must stay as it is for now
 * @param until the last day on which this holds, ISO 8601; then somebody looks again
 */
public record KnownDifference(String provider, String interaction, String place, String reason, String until) {

    /** Whether it explains a difference of an interaction. */
    public boolean explains(CheckedInteraction checked, Difference difference) {
        return checked.provider().equals(provider)
                && checked.description().equals(interaction)
                && difference.place().equals(place);
    }

    /** What is wrong with it by itself; empty if nothing is. */
    Optional<ErrorMessage> expired(LocalDate today) {
        return LocalDate.parse(until).isBefore(today)
                ? Optional.of(new ErrorMessage(
                        "A known difference from the document of %s has expired.".formatted(provider),
                        "\"%s\", %s, until %s".formatted(interaction, place, until),
                        "correct the contract, or look whether the reason still holds, and set another date"))
                : Optional.empty();
    }

    ErrorMessage unused() {
        return new ErrorMessage(
                "A known difference from the document of %s does not exist any more.".formatted(provider),
                "\"%s\", %s".formatted(interaction, place),
                "remove it from the known differences");
    }
}
