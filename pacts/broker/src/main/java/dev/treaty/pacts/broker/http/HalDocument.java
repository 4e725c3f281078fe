package dev.treaty.pacts.broker.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A JSON document with links and embedded documents.
 *
 * @param json as the broker sent it
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-kelly-json-hal">HAL</a>
 */
public record HalDocument(JsonNode json) {

    /** The links with a relation, e.g. {@code "pb:record-deployment"}: none, one or several. */
    public List<HalLink> links(String relation) {
        var links = json.path("_links").path(relation);
        return (links.isArray() ? stream(links) : Stream.of(links))
                .filter(link -> link.path("href").isTextual())
                .map(HalLink::of)
                .toList();
    }

    /** The first link with a relation. */
    public Optional<HalLink> link(String relation) {
        return links(relation).stream().findFirst();
    }

    /**
     * The first link with a relation, which every broker of a supported version gives.
     *
     * @throws BrokerUnreachable if there is none
     */
    public HalLink requiredLink(String relation) {
        return link(relation).orElseThrow(() -> BrokerUnreachable.withoutLink(relation));
    }

    /** The documents embedded under a name; none if there is no such name. */
    public List<HalDocument> embedded(String name) {
        return documents(json.path("_embedded").path(name));
    }

    /**
     * The same where an empty list would be an answer, too: what is not a list at all must not be taken for one.
     *
     * @throws BrokerUnreachable if there is no such list
     */
    public List<HalDocument> requiredEmbedded(String name) {
        if (!json.path("_embedded").path(name).isArray()) {
            throw BrokerUnreachable.withoutList(name);
        }
        return embedded(name);
    }

    /** The documents of an array of objects. */
    public static List<HalDocument> documents(JsonNode array) {
        return stream(array).map(HalDocument::new).toList();
    }

    /** The text of a field; empty if it is missing, null, or not a text. */
    public Optional<String> text(String... path) {
        var node = json;
        for (var name : path) {
            node = node.path(name);
        }
        return Optional.of(node).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
