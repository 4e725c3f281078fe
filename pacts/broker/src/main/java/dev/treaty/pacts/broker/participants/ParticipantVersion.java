package dev.treaty.pacts.broker.participants;

import dev.treaty.pacts.broker.http.HalDocument;
import dev.treaty.pacts.broker.http.HalLink;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version of a pacticipant, as the broker knows it.
 *
 * @param number usually a commit
 * @param branches those it was added to
 * @param buildUrl the page of the build that published it; empty if unknown
 * @param contracts those that it published as a consumer
 * @param deployedTo display names of the environments it is deployed to
 * @param releasedTo display names of the environments it is released to
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
                document.links("pb:deployed-environments").stream()
                        .map(HalLink::name)
                        .toList(),
                document.links("pb:released-environments").stream()
                        .map(HalLink::name)
                        .toList(),
                document);
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
