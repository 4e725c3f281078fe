package dev.treaty.stubs.page.contracts;

import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.page.html.PageAddress;
import java.util.Locale;

/**
 * Which interactions are shown.
 *
 * @param text in the description, the states, the path or the consumer; any case, empty for all
 * @param provider empty for all
 * @param isUnusedOnly only those that have answered nothing
 */
record InteractionFilter(String text, String provider, boolean isUnusedOnly) {

    static InteractionFilter of(PageAddress address) {
        return new InteractionFilter(
                address.get("q").toLowerCase(Locale.ROOT),
                address.get("provider"),
                address.get("used").equals("never"));
    }

    /** Whether it narrows anything. */
    boolean isSet() {
        return isUnusedOnly || !text.isEmpty() || !provider.isEmpty();
    }

    boolean accepts(ReplayedInteraction interaction) {
        var origin = interaction.origin();
        return (!isUnusedOnly || interaction.uses() == 0)
                && (provider.isEmpty() || origin.provider().equals(provider))
                && (text.isEmpty()
                        || contains(origin.description())
                        || contains(origin.consumer())
                        || contains(InteractionRows.request(interaction))
                        || contains(InteractionRows.states(origin)));
    }

    private boolean contains(String value) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }
}
