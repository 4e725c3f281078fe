package dev.treaty.pacts.testing.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.testing.broker.BrokerState.Pact;
import dev.treaty.pacts.testing.broker.BrokerState.Version;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;

/** The addresses of everything. */
record BrokerLinks(String base) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The links of the entry page that commands follow; the real one has some more. */
    private static final Map<String, String> INDEX = new TreeMap<>(Map.ofEntries(
            Map.entry("pb:publish-contracts", "/contracts/publish"),
            Map.entry("pb:latest-pact-versions", "/pacts/latest"),
            Map.entry("pb:pacticipants", "/pacticipants"),
            Map.entry("pb:pacticipant", "/pacticipants/{pacticipant}"),
            Map.entry("pb:latest-version", "/pacticipants/{pacticipant}/latest-version"),
            Map.entry("pb:latest-tagged-version", "/pacticipants/{pacticipant}/latest-version/{tag}"),
            Map.entry("pb:integrations", "/integrations"),
            Map.entry("pb:pacticipant-version-tag", "/pacticipants/{pacticipant}/versions/{version}/tags/{tag}"),
            Map.entry("pb:pacticipant-branch", "/pacticipants/{pacticipant}/branches/{branch}"),
            Map.entry(
                    "pb:pacticipant-branch-version",
                    "/pacticipants/{pacticipant}/branches/{branch}/versions/{version}"),
            Map.entry("pb:pacticipant-version", "/pacticipants/{pacticipant}/versions/{version}"),
            Map.entry("pb:provider-pacts-for-verification", "/pacts/provider/{provider}/for-verification"),
            Map.entry("pb:environments", "/environments"),
            Map.entry("pb:environment", "/environments/{uuid}")));

    ObjectNode index() {
        var links = JSON.objectNode();
        links.putObject("self").put("href", base).put("title", "Index").put("templated", false);
        INDEX.forEach((relation, path) ->
                links.putObject(relation).put("href", base + path).put("templated", path.contains("{")));
        var document = JSON.objectNode();
        document.set("_links", links);
        return document;
    }

    static String encode(String segment) {
        return URLEncoder.encode(segment, UTF_8).replace("+", "%20");
    }

    String pacticipant(String name) {
        return "%s/pacticipants/%s".formatted(base, encode(name));
    }

    String version(Version version) {
        return "%s/versions/%s".formatted(pacticipant(version.pacticipant.name), encode(version.number));
    }

    String branchVersion(Version version, String branch) {
        return "%s/branches/%s/versions/%s"
                .formatted(pacticipant(version.pacticipant.name), encode(branch), encode(version.number));
    }

    private String pair(String consumer, String provider) {
        return "%s/pacts/provider/%s/consumer/%s".formatted(base, encode(provider), encode(consumer));
    }

    /** A contract by the version that published it. */
    String pact(Version version, String provider) {
        return "%s/version/%s".formatted(pair(version.pacticipant.name, provider), encode(version.number));
    }

    /** A contract by its content. */
    String content(Pact pact) {
        return "%s/pact-version/%s".formatted(pair(pact.consumer(), pact.provider()), pact.sha());
    }

    String content(Pact pact, String metadata) {
        return "%s/metadata/%s".formatted(content(pact), metadata);
    }

    String result(BrokerState.Result result) {
        return "%s/pact-version/%s/verification-results/%d"
                .formatted(pair(result.consumer(), result.provider()), result.sha(), result.number());
    }

    String environment(String uuid) {
        return "%s/environments/%s".formatted(base, uuid);
    }

    /**
     * A document with a link to itself.
     *
     * @param name of the link; empty for none
     */
    static ObjectNode self(ObjectNode document, String href, String name) {
        var link = document.withObject("/_links").putObject("self");
        if (!name.isEmpty()) {
            link.put("name", name);
        }
        link.put("href", href);
        return document;
    }
}
