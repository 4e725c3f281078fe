package dev.treaty.stubs.page.requests;

import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.source.SeenRequest;
import java.util.Locale;

/**
 * Which requests are shown.
 *
 * @param text in the path or the interaction; any case, empty for all
 * @param provider empty for all
 * @param outcome a word, e.g. {@code "miss"}; empty for all
 */
record RequestFilter(String text, String provider, String outcome) {

    static RequestFilter of(PageAddress address) {
        return new RequestFilter(
                address.get("q").toLowerCase(Locale.ROOT), address.get("provider"), address.get("outcome"));
    }

    boolean accepts(SeenRequest seen) {
        return (outcome.isEmpty() || seen.outcome().word().equals(outcome))
                && (provider.isEmpty() || seen.request().provider().equals(provider))
                && (text.isEmpty() || contains(shown(seen)) || contains(description(seen)));
    }

    /** Without secrets, which nobody should be able to find by trying. */
    private static String shown(SeenRequest seen) {
        return seen.request().method() + " "
                + HiddenSecrets.target(seen.request().url());
    }

    private static String description(SeenRequest seen) {
        return seen.interaction().map(origin -> origin.description()).orElse("");
    }

    private boolean contains(String value) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }
}
