package dev.treaty.pacts.broker.deployment;

import dev.treaty.pacts.broker.http.BrokerAddress;
import dev.treaty.pacts.broker.text.ShellWord;
import dev.treaty.pacts.command.ExitCodeFailure;
import dev.treaty.pacts.command.ExitCodes;
import dev.treaty.pacts.errors.Similarity;
import dev.treaty.pacts.errors.TreatyException;
import java.util.List;

/** A deployment cannot be recorded, or an environment created, because of what does not exist, or exists already. */
public final class DeploymentFailure extends TreatyException implements ExitCodeFailure {

    private final int exitCode;

    private DeploymentFailure(String what, String where, String fix, int exitCode) {
        super(what, where, fix);
        this.exitCode = exitCode;
    }

    static DeploymentFailure noEnvironment(String name, List<String> known, BrokerAddress broker) {
        return new DeploymentFailure(
                "Environment %s does not exist.".formatted(name),
                broker + (known.isEmpty() ? ", which has no environment" : ", which has " + String.join(", ", known)),
                known.isEmpty()
                        ? "create it: create-environment --name " + ShellWord.of(name)
                        : "did you mean %s? If not, create it: create-environment --name %s"
                                .formatted(Similarity.nearest(name, known).get(0), ShellWord.of(name)),
                ExitCodes.UNANSWERED);
    }

    static DeploymentFailure noVersion(String pacticipant, String version, BrokerAddress broker) {
        return new DeploymentFailure(
                "The broker does not know version %s of %s.".formatted(version, pacticipant),
                broker.toString(),
                "name the version under which contracts or results were published; describe-version --pacticipant %s shows the newest"
                        .formatted(ShellWord.of(pacticipant)),
                ExitCodes.NO);
    }

    static DeploymentFailure environmentExists(String name, BrokerAddress broker) {
        return new DeploymentFailure(
                "Environment %s exists already; it was not changed.".formatted(name),
                broker.toString(),
                "nothing is left to do; \"environments\" shows it",
                ExitCodes.NO);
    }

    static DeploymentFailure notThere(String what, String where, String fix) {
        return new DeploymentFailure(what, where, fix, ExitCodes.NO);
    }

    @Override
    public int exitCode() {
        return exitCode;
    }
}
