package dev.treaty.pacts.broker.participants;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.broker.http.HalDocument;
import dev.treaty.pacts.broker.http.HalLink;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A version of a pacticipant, as the broker knows it.
 *
 * @param number usually a commit
 * @param branches those it was added to
 * @param buildUrl the page of the build that published it; empty if unknown
 * @param contracts those that it published as a consumer
 * @param deployedTo the names of the environments it is deployed to, as commands take them, with the instance if it has a name
 * @param releasedTo the same for those it is released to
 * @param document as the broker sent it
 */
public record ParticipantVersion(
        String number,
        List<String> branches,
        List<String> tags,
        Optional<String> buildUrl,
        List<PublishedContract> contracts,
        List<String> deployedTo,
        List<String> releasedTo,
        HalDocument document) {

    private static final Pattern PACT_URL = Pattern.compile(".*/pacts/provider/([^/]+)/consumer/[^/]+/.*");

    /**
     * A contract of the version.
     *
     * @param link where its content is
     */
    public record PublishedContract(String provider, HalLink link) {}

    static ParticipantVersion of(HalDocument document) {
        return new ParticipantVersion(
                document.text("number").orElse(""),
                names(document.embedded("branchVersions")),
                names(document.embedded("tags")),
                document.text("buildUrl"),
                document.links("pb:pact-versions").stream()
                        .map(link -> new PublishedContract(provider(link.href()), link))
                        .toList(),
                environments(document, "pb:deployed-environments", "currently_deployed"),
                environments(document, "pb:released-environments", "currently_supported"),
                document);
    }

    /**
     * Where a version is live now: the broker also links to where it was before. These links have display names; those that record a
     * deployment have both names.
     *
     * @param isLive the member that says whether the version is still there
     */
    private static List<String> environments(HalDocument document, String relation, String isLive) {
        return StreamSupport.stream(
                        document.json().path("_links").path(relation).spliterator(), false)
                .filter(live -> live.path(isLive).asBoolean(true))
                .map(live -> name(document, live.path("name").asText()) + instance(live))
                .distinct()
                .toList();
    }

    private static String name(HalDocument document, String displayName) {
        return document.links("pb:record-deployment").stream()
                .filter(record -> record.title().equals("Record deployment to " + displayName))
                .map(HalLink::name)
                .findFirst()
                .orElse(displayName);
    }

    private static String instance(JsonNode live) {
        var name = live.path("application_instance").asText();
        return name.isEmpty() ? "" : " (instance %s)".formatted(name);
    }

    private static List<String> names(List<HalDocument> documents) {
        return documents.stream()
                .flatMap(document -> document.text("name").stream())
                .toList();
    }

    /** The link says in its path which provider it is about, and nowhere else in a form that could be read for certain. */
    private static String provider(String href) {
        var matcher = PACT_URL.matcher(href);
        return matcher.matches() ? HalLink.decode(matcher.group(1)) : "";
    }
}
