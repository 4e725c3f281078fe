package dev.treaty.pacts.broker.matrix;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.treaty.pacts.broker.deployment.Deployments;
import dev.treaty.pacts.broker.deployment.LiveVersion;
import dev.treaty.pacts.broker.http.Broker;
import dev.treaty.pacts.broker.http.HalDocument;
import dev.treaty.pacts.broker.participants.ParticipantVersion;
import dev.treaty.pacts.broker.participants.Participants;
import dev.treaty.pacts.broker.verification.ContractResult;
import dev.treaty.pacts.broker.verification.InteractionOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks a broker whether versions can be deployed, and says why not. */
public final class DeploymentGate {

    private final Broker broker;
    private final Participants participants;

    /** That of a broker. */
    public DeploymentGate(Broker broker) {
        this.broker = broker;
        this.participants = new Participants(broker);
    }

    /**
     * The answer. The path is fixed, because no link leads there; the official clients build it, too.
     *
     * @throws GateUndecided if there are more combinations of versions than the broker returns
     */
    public DeploymentAnswer ask(DeploymentQuestion question) {
        var link = broker.path("/matrix?" + question.query());
        var answer = DeploymentAnswer.of(broker.get(link));
        if (answer.rows().size() >= DeploymentQuestion.MOST_ROWS) {
            throw new GateUndecided("GET " + link.href());
        }
        return answer.withMissing(new MissingVerifications(question, live(question)).in(answer.rows()));
    }

    private List<LiveVersion> live(DeploymentQuestion question) {
        var deployments = new Deployments(broker);
        return question.environment().stream()
                .map(deployments::environment)
                .flatMap(environment -> deployments.live(environment).stream())
                .toList();
    }

    /** Every contract that stands in the way, with what its provider's build published. */
    public List<Obstacle> obstacles(DeploymentQuestion question, DeploymentAnswer answer) {
        var broken = answer.rows().stream().filter(MatrixRow::isFailure).map(this::broken);
        var missing = answer.missing().stream().map(row -> missing(row, question));
        return Stream.concat(broken, missing).toList();
    }

    private Obstacle missing(MatrixRow row, DeploymentQuestion question) {
        return row.providerVersion().isEmpty()
                        && question.environment().isPresent()
                        && !question.asksAbout(row.provider())
                ? new Obstacle.Absent(row, question.environment().get())
                : new Obstacle.Unverified(row, VerificationAdvice.of(row, broker.address()));
    }

    private Obstacle broken(MatrixRow row) {
        var result = row.result().flatMap(broker::find).map(ContractResult::of).orElseGet(() -> unexplained(row));
        var failed = result.outcomes().stream()
                .filter(outcome -> !outcome.isSuccess())
                .toList();
        return new Obstacle.Broken(row, result, describe(row, failed));
    }

    private static ContractResult unexplained(MatrixRow row) {
        return new ContractResult(false, row.providerVersion().orElse(""), Optional.empty(), List.of(), "", "");
    }

    private List<BrokenInteraction> describe(MatrixRow row, List<InteractionOutcome> failed) {
        if (failed.isEmpty()) {
            return List.of();
        }
        var pact = row.contract()
                .flatMap(broker::find)
                .map(HalDocument::json)
                .map(ContractInteractions::new)
                .orElseGet(() -> new ContractInteractions(NullNode.getInstance()));
        return failed.stream().map(pact::broken).toList();
    }

    /** What a yes does not say: integrations that are ignored, and contracts that the version should have. */
    public List<String> warnings(DeploymentQuestion question, DeploymentAnswer answer) {
        return Stream.concat(
                        ignored(question, answer), question.versions().stream().flatMap(this::missing))
                .toList();
    }

    private static Stream<String> ignored(DeploymentQuestion question, DeploymentAnswer answer) {
        return question.ignored().stream()
                .map(selector -> "%s is ignored%s."
                        .formatted(
                                selector.version()
                                        .map(version -> "version %s of %s".formatted(version, selector.pacticipant()))
                                        .orElse(selector.pacticipant()),
                                consequences(selector, answer)));
    }

    private static String consequences(VersionSelector selector, DeploymentAnswer answer) {
        var outcomes = answer.rows().stream()
                .filter(MatrixRow::isIgnored)
                .filter(row -> row.consumer().equals(selector.pacticipant())
                        || row.provider().equals(selector.pacticipant()))
                .map(row -> row.isSuccess()
                        .map(success -> success ? "a success" : "a failure")
                        .orElse("a missing verification"))
                .distinct()
                .toList();
        return outcomes.isEmpty() ? ", but nothing depends on it" : ", which hides " + String.join(" and ", outcomes);
    }

    private Stream<String> missing(VersionSelector selector) {
        return selector.version().stream()
                .flatMap(version -> participants.version(selector.pacticipant(), version).stream())
                .flatMap(version -> missing(selector.pacticipant(), version));
    }

    private Stream<String> missing(String pacticipant, ParticipantVersion version) {
        var providers = participants.providersWithoutContract(pacticipant, version);
        if (providers.isEmpty()) {
            return Stream.empty();
        }
        var names = String.join(", ", providers);
        return Stream.of(
                version.contracts().isEmpty()
                        ? "%s consumes %s, but version %s was published without contracts, so nothing was checked there. Publish them under this version."
                                .formatted(pacticipant, names, version.number())
                        : "%s has consumed %s before, but version %s has no contract with it. Publish all contracts together; if it is no longer consumed, all is well."
                                .formatted(pacticipant, names, version.number()));
    }
}
