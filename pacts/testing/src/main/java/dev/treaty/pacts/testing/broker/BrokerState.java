package dev.treaty.pacts.testing.broker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was published, verified and deployed so far, in the order in which it was. */
final class BrokerState {

    static final Set<String> MAIN_BRANCH_CANDIDATES = Set.of("develop", "main", "master");

    final Map<String, Pacticipant> pacticipants = new LinkedHashMap<>();
    final List<Result> results = new ArrayList<>();
    final Map<String, Environment> environments = new LinkedHashMap<>();
    final List<Live> live = new ArrayList<>();
    private int created;

    /** An application. */
    static final class Pacticipant {
        final String name;
        final Map<String, Version> versions = new LinkedHashMap<>();
        final Map<String, List<Version>> branches = new LinkedHashMap<>();

        @Nullable
        String mainBranch;

        Pacticipant(String name) {
            this.name = name;
        }

        /** The version that was added to a branch last. */
        Optional<Version> head(@Nullable String branch) {
            var versions = branch == null ? List.<Version>of() : branches.getOrDefault(branch, List.of());
            return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
        }

        Optional<Version> latest() {
            return versions.values().stream().reduce((first, second) -> second);
        }

        Optional<Version> latest(String tag) {
            return versions.values().stream()
                    .filter(version -> version.tags.contains(tag))
                    .reduce((first, second) -> second);
        }
    }

    /** A version of an application. */
    static final class Version {
        final Pacticipant pacticipant;
        final String number;
        final int order;
        final Set<String> branches = new LinkedHashSet<>();
        final Set<String> tags = new LinkedHashSet<>();
        final Map<String, Pact> pacts = new TreeMap<>();

        @Nullable
        String buildUrl;

        Pact pact(String provider) {
            return Optional.ofNullable(pacts.get(provider)).orElseThrow();
        }

        Version(Pacticipant pacticipant, String number, int order) {
            this.pacticipant = pacticipant;
            this.number = number;
            this.order = order;
        }
    }

    /**
     * A contract's content. Two are the same if the broker takes them for the same.
     *
     * @param base64 its bytes as they were published
     */
    record Pact(String consumer, String provider, JsonNode json, String sha, String base64) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Pact pact
                    && List.of(consumer, provider, sha).equals(List.of(pact.consumer, pact.provider, pact.sha));
        }

        @Override
        public int hashCode() {
            return sha.hashCode();
        }
    }

    /** The result of a verification. */
    record Result(
            int number,
            String consumer,
            String provider,
            String sha,
            String providerVersion,
            boolean success,
            boolean wip,
            JsonNode document) {}

    record Environment(String uuid, String name, String displayName, boolean production) {}

    /** That a version is deployed or released. */
    static final class Live {
        final String uuid = UUID.randomUUID().toString();
        final boolean isDeployment;
        final String environment;
        final Version version;
        final @Nullable String instance;
        boolean isCurrent = true;

        Live(boolean isDeployment, String environment, Version version, @Nullable String instance) {
            this.isDeployment = isDeployment;
            this.environment = environment;
            this.version = version;
            this.instance = instance;
        }
    }

    Pacticipant pacticipant(String name) {
        return pacticipants.computeIfAbsent(name, Pacticipant::new);
    }

    Version version(String pacticipant, String number) {
        var owner = pacticipant(pacticipant);
        return owner.versions.computeIfAbsent(number, key -> new Version(owner, key, ++created));
    }

    Optional<Version> find(String pacticipant, String number) {
        return Optional.ofNullable(pacticipants.get(pacticipant)).map(owner -> owner.versions.get(number));
    }

    /** The head moves only when a version is added; whoever is on the branch already stays where it is. */
    void addToBranch(Version version, String branch) {
        if (version.branches.add(branch)) {
            version.pacticipant
                    .branches
                    .computeIfAbsent(branch, key -> new ArrayList<>())
                    .add(version);
        }
    }

    Optional<Environment> environmentNamed(String name) {
        return environments.values().stream()
                .filter(environment -> environment.name().equals(name))
                .findFirst();
    }

    /** The versions that are deployed or released to an environment. */
    List<Version> liveIn(String environmentUuid, String pacticipant) {
        return live.stream()
                .filter(item -> item.isCurrent && item.environment.equals(environmentUuid))
                .map(item -> item.version)
                .filter(version -> version.pacticipant.name.equals(pacticipant))
                .distinct()
                .toList();
    }

    /** The versions of consumers that published a contract with a provider. */
    List<Version> consumersOf(String provider) {
        return pacticipants.values().stream()
                .flatMap(pacticipant -> pacticipant.versions.values().stream())
                .filter(version -> version.pacts.containsKey(provider))
                .toList();
    }

    /** The contents with a hash; several consumers may have the same. */
    Optional<Version> versionWith(String consumer, String provider, String sha) {
        return consumersOf(provider).stream()
                .filter(version -> version.pacticipant.name.equals(consumer))
                .filter(version -> version.pact(provider).sha().equals(sha))
                .reduce((first, second) -> second);
    }

    /** The newest result of a version of the provider for a content. */
    Optional<Result> result(Pact pact, String providerVersion) {
        return results.stream()
                .filter(result -> result.sha().equals(pact.sha())
                        && result.consumer().equals(pact.consumer())
                        && result.provider().equals(pact.provider())
                        && result.providerVersion().equals(providerVersion))
                .reduce((first, second) -> second);
    }
}
