package dev.treaty.pacts.broker.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.broker.http.HalDocument;
import dev.treaty.pacts.broker.http.HalLink;
import java.util.List;

/**
 * A contract as the broker holds it.
 *
 * @param consumerVersions the versions of the consumer that have this very content; the first is the one that names it
 * @param pact the pact; each interaction has an {@code _id}, by which results refer to it
 * @param resultsLink where results are published
 */
public record ContractContent(
        String consumer, String provider, List<String> consumerVersions, JsonNode pact, HalLink resultsLink) {

    /** Copies the list. */
    public ContractContent {
        consumerVersions = List.copyOf(consumerVersions);
    }

    /** Whether a document is a contract, and not the broker's entry page, a list, or a participant. */
    static boolean isIn(HalDocument document) {
        return document.json().path("consumer").isObject()
                && document.json().path("provider").isObject();
    }

    static ContractContent of(HalDocument document) {
        var versions = document.links("pb:consumer-versions");
        return new ContractContent(
                document.text("consumer", "name").orElse(""),
                document.text("provider", "name").orElse(""),
                (versions.isEmpty() ? document.links("pb:consumer-version") : versions)
                        .stream().map(HalLink::name).toList(),
                withoutLinks(document.json()),
                document.requiredLink("pb:publish-verification-results"));
    }

    private static JsonNode withoutLinks(JsonNode pact) {
        return pact instanceof ObjectNode object ? object.deepCopy().without(List.of("_links", "createdAt")) : pact;
    }
}
