package dev.treaty.pacts.broker.participants;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treaty.pacts.broker.http.Broker;
import dev.treaty.pacts.broker.http.HalDocument;
import dev.treaty.pacts.broker.http.HalLink;
import dev.treaty.pacts.broker.participants.ParticipantVersion.PublishedContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The pacticipants of a broker, their versions and branches. */
public final class Participants {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Broker broker;

    /** Those of a broker. */
    public Participants(Broker broker) {
        this.broker = broker;
    }

    /** The names of all pacticipants. */
    public List<String> names() {
        return broker.list(broker.link("pb:pacticipants", Map.of()), "pacticipants").stream()
                .flatMap(document -> document.text("name").stream())
                .toList();
    }

    /** A pacticipant; empty if the broker does not know it. */
    public Optional<Participant> find(String name) {
        return broker.find(pacticipant(name)).map(Participant::of);
    }

    /** Tells the broker which branch is a pacticipant's main branch. */
    public void setMainBranch(String name, String branch) {
        broker.patch(pacticipant(name), JSON.objectNode().put("mainBranch", branch));
    }

    private HalLink pacticipant(String name) {
        return broker.link("pb:pacticipant", Map.of("pacticipant", name));
    }

    /** A version; empty if the broker does not know it. */
    public Optional<ParticipantVersion> version(String name, String number) {
        return broker.find(broker.link("pb:pacticipant-version", Map.of("pacticipant", name, "version", number)))
                .map(ParticipantVersion::of);
    }

    /** The version that was created last; empty if there is none. */
    public Optional<ParticipantVersion> latestVersion(String name) {
        return broker.find(broker.link("pb:latest-version", Map.of("pacticipant", name)))
                .map(ParticipantVersion::of);
    }

    /** The version with a tag that was created last; empty if there is none. */
    public Optional<ParticipantVersion> latestVersion(String name, String tag) {
        return broker.find(broker.link("pb:latest-tagged-version", Map.of("pacticipant", name, "tag", tag)))
                .map(ParticipantVersion::of);
    }

    /** Adds a version to a branch, of which it becomes the head if it is new there; creates both if need be. */
    public void addToBranch(String name, String branch, String number) {
        broker.put(
                broker.link(
                        "pb:pacticipant-branch-version",
                        Map.of("pacticipant", name, "branch", branch, "version", number)),
                JSON.objectNode());
    }

    /** Tags a version; creates it if need be. */
    public void tag(String name, String number, String tag) {
        broker.put(
                broker.link("pb:pacticipant-version-tag", Map.of("pacticipant", name, "version", number, "tag", tag)),
                JSON.objectNode());
    }

    /** Deletes a branch, but neither its versions nor their contracts; false if there is no such branch. */
    public boolean deleteBranch(String name, String branch) {
        return broker.delete(broker.link("pb:pacticipant-branch", Map.of("pacticipant", name, "branch", branch)));
    }

    /** Who consumes whom. */
    public List<Integration> integrations() {
        return broker.list(broker.link("pb:integrations", Map.of()), "integrations").stream()
                .map(Integration::of)
                .toList();
    }

    /** The providers with which a pacticipant ever published a contract; empty if it does not consume. */
    public List<String> providersOf(String consumer) {
        return integrations().stream()
                .filter(integration -> integration.consumer().equals(consumer))
                .map(Integration::provider)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The providers that a pacticipant consumes, but with which one of its versions has no contract: all of them if the version is unknown.
     * Results must not be published under a version that lacks contracts: it becomes the newest of its branch, and hides the contracts of
     * the version before from selectors and from {@code can-i-deploy}.
     */
    public List<String> providersWithoutContract(String name, String number) {
        return withoutContract(providersOf(name), () -> version(name, number));
    }

    /** The same for a version that is known. */
    public List<String> providersWithoutContract(String name, ParticipantVersion version) {
        return withoutContract(providersOf(name), () -> Optional.of(version));
    }

    private static List<String> withoutContract(
            List<String> providers, Supplier<Optional<ParticipantVersion>> version) {
        if (providers.isEmpty()) {
            return providers;
        }
        var published = version.get().map(ParticipantVersion::contracts).orElse(List.of()).stream()
                .map(PublishedContract::provider)
                .toList();
        return providers.stream()
                .filter(provider -> !published.contains(provider))
                .toList();
    }

    /** The content of a contract: the pact, with {@code _id} in each interaction, and links. */
    public HalDocument content(PublishedContract contract) {
        return broker.get(contract.link());
    }
}
