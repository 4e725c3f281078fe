package dev.treaty.pacts.broker.deployment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treaty.pacts.broker.http.Broker;
import dev.treaty.pacts.broker.http.BrokerRefusal;
import dev.treaty.pacts.broker.http.HalLink;
import dev.treaty.pacts.broker.text.ShellWord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The environments of a broker, and what is deployed or released to them. */
public final class Deployments {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Broker broker;

    /** Those of a broker. */
    public Deployments(Broker broker) {
        this.broker = broker;
    }

    /** All environments. */
    public List<Environment> environments() {
        return broker.list(environmentsLink(), "environments").stream()
                .map(Environment::of)
                .toList();
    }

    /**
     * The environment with a name.
     *
     * @throws DeploymentFailure if there is none
     */
    public Environment environment(String name) {
        var all = environments();
        return all.stream()
                .filter(environment -> environment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> noEnvironment(name, all));
    }

    private DeploymentFailure noEnvironment(String name, List<Environment> all) {
        return DeploymentFailure.noEnvironment(
                name, all.stream().map(Environment::name).toList(), broker.address());
    }

    /**
     * Creates an environment.
     *
     * @throws DeploymentFailure if there is one with this name
     */
    public Environment create(NewEnvironment environment) {
        try {
            return Environment.of(broker.post(environmentsLink(), environment.json()));
        } catch (BrokerRefusal e) {
            throw e.status() == 400 && exists(environment.name())
                    ? DeploymentFailure.environmentExists(environment.name(), broker.address())
                    : e;
        }
    }

    private boolean exists(String environment) {
        return environments().stream().anyMatch(known -> known.name().equals(environment));
    }

    private HalLink environmentsLink() {
        return broker.link("pb:environments", Map.of());
    }

    /**
     * Records that a version was deployed, in place of the one before in the same environment and instance.
     *
     * @param instance empty if the application has only one in the environment
     */
    public LiveVersion recordDeployment(
            String pacticipant, String version, String environment, Optional<String> instance) {
        var body = JSON.objectNode();
        instance.ifPresent(name -> body.put("applicationInstance", name).put("target", name));
        return LiveVersion.of(broker.post(recordLink("pb:record-deployment", pacticipant, version, environment), body));
    }

    /** Records that a version was released, beside those that are released already. */
    public LiveVersion recordRelease(String pacticipant, String version, String environment) {
        return LiveVersion.of(
                broker.post(recordLink("pb:record-release", pacticipant, version, environment), JSON.objectNode()));
    }

    private HalLink recordLink(String relation, String pacticipant, String version, String environment) {
        var document = broker.find(
                        broker.link("pb:pacticipant-version", Map.of("pacticipant", pacticipant, "version", version)))
                .orElseThrow(() -> DeploymentFailure.noVersion(pacticipant, version, broker.address()));
        return document.links(relation).stream()
                .filter(link -> link.name().equals(environment))
                .findFirst()
                .orElseThrow(() -> noEnvironment(environment, environments()));
    }

    /** The versions of all pacticipants that are deployed or released to an environment, each instance of them. */
    public List<LiveVersion> live(Environment environment) {
        return Stream.of(deployed(environment), released(environment))
                .flatMap(List::stream)
                .toList();
    }

    /** Those that are deployed. */
    public List<LiveVersion> deployed(Environment environment) {
        return live(environment, "pb:currently-deployed-deployed-versions", "deployedVersions");
    }

    /** Those that are released. */
    public List<LiveVersion> released(Environment environment) {
        return live(environment, "pb:currently-supported-released-versions", "releasedVersions");
    }

    private List<LiveVersion> live(Environment environment, String relation, String embedded) {
        return broker.list(environment.document().requiredLink(relation), embedded).stream()
                .map(LiveVersion::of)
                .toList();
    }

    /**
     * Records that an instance of an application was removed from an environment.
     *
     * @throws DeploymentFailure if it is not deployed there
     */
    public LiveVersion recordUndeployment(String pacticipant, String environment, Optional<String> instance) {
        var deployed = deployed(environment(environment)).stream()
                .filter(candidate -> candidate.pacticipant().equals(pacticipant))
                .toList();
        var version = deployed.stream()
                .filter(candidate -> candidate.instance().equals(instance))
                .findFirst()
                .orElseThrow(() -> notDeployed(pacticipant, environment, instance, deployed));
        end(version, "currentlyDeployed");
        return version;
    }

    /**
     * Records that a released version is no longer supported.
     *
     * @throws DeploymentFailure if it is not released there
     */
    public LiveVersion recordSupportEnded(String pacticipant, String version, String environment) {
        var released = released(environment(environment)).stream()
                .filter(candidate -> candidate.pacticipant().equals(pacticipant))
                .filter(candidate -> candidate.version().equals(version))
                .findFirst()
                .orElseThrow(() -> DeploymentFailure.notThere(
                        "Version %s of %s is not released to %s.".formatted(version, pacticipant, environment),
                        broker.address().toString(),
                        "check the version; describe-version --pacticipant %s --version %s shows where it is"
                                .formatted(ShellWord.of(pacticipant), ShellWord.of(version))));
        end(released, "currentlySupported");
        return released;
    }

    private void end(LiveVersion version, String field) {
        broker.patch(version.document().requiredLink("self"), JSON.objectNode().put(field, false));
    }

    private DeploymentFailure notDeployed(
            String pacticipant, String environment, Optional<String> instance, List<LiveVersion> deployed) {
        var what = instance.map(name -> "Instance %s of %s".formatted(name, pacticipant))
                .orElse(pacticipant);
        return DeploymentFailure.notThere(
                "%s is not deployed to %s.".formatted(what, environment),
                deployed.isEmpty()
                        ? "no version of %s is deployed there".formatted(pacticipant)
                        : "deployed there: "
                                + String.join(
                                        ", ",
                                        deployed.stream()
                                                .map(Deployments::describe)
                                                .toList()),
                deployed.isEmpty()
                        ? "check the names; describe-version shows where a version is live"
                        : "name one of these instances with --application-instance");
    }

    private static String describe(LiveVersion version) {
        return "%s (%s)".formatted(version.instance().orElse("without a name"), version.version());
    }
}
