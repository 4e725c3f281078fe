package dev.treaty.stubs.server.broker;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.command.CredentialsOnCommandLine;
import dev.treaty.pacts.files.PactFileLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of all commands that read the contracts of a broker: where it is, and which versions count. */
public final class BrokerSelectionOptions {

    @Option(
            names = {"-b", "--broker", "--broker-base-url"},
            paramLabel = "URL",
            description = "Read the contracts of a Pact Broker. Default, if another option about it is given:"
                    + " PACT_BROKER_BASE_URL in the environment, which also holds the credentials: PACT_BROKER_TOKEN, or"
                    + " PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.")
    private @Nullable String broker;

    @ArgGroup
    private @Nullable Versions versions;

    @Option(
            names = {"-u", "--broker-username", "--broker-password", "-k", "--broker-token"},
            hidden = true)
    private @Nullable String credential;

    /** Which versions of the consumers; one of them. */
    private static final class Versions {

        @Option(
                names = "--main",
                description = "From a broker: the newest version of each consumer's main branch. This is the default.")
        @SuppressWarnings("UnusedVariable") // it is what the absence of the others means
        private boolean main;

        @Option(
                names = "--branch",
                paramLabel = "BRANCH",
                description = "From a broker: the newest version of this branch.")
        private @Nullable String branch;

        @Option(
                names = "--environment",
                paramLabel = "ENVIRONMENT",
                description = "From a broker: every version that is deployed or released to this environment.")
        private @Nullable String environment;

        @Option(
                names = "--consumer-version",
                paramLabel = "VERSION",
                description = "From a broker: this version of each consumer that has it.")
        private @Nullable String version;

        VersionChoice choice() {
            return Stream.<Optional<VersionChoice>>of(
                            Optional.ofNullable(branch).map(VersionChoice.Branch::new),
                            Optional.ofNullable(environment).map(VersionChoice.Environment::new),
                            Optional.ofNullable(version).map(VersionChoice.Version::new))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseGet(VersionChoice.MainBranches::new);
        }
    }

    /** Whether contracts are read from a broker. */
    public boolean areUsed() {
        return broker != null || versions != null || credential != null;
    }

    /**
     * The contracts that are selected; not read yet.
     *
     * @param providers those whose contracts are read; none for all
     * @param environment for the address and the credentials
     * @param problems is told what goes wrong while the contracts are served, and when it is right again
     * @throws dev.treaty.pacts.broker.http.InvalidBrokerSettings if the address or the credentials cannot be used
     * @throws CredentialsOnCommandLine if there are credentials among the options
     */
    public BrokerPacts pacts(
            List<String> providers, Map<String, String> environment, PactFileLimits limits, Consumer<String> problems) {
        if (credential != null) {
            throw new CredentialsOnCommandLine();
        }
        var choice = versions == null ? new VersionChoice.MainBranches() : versions.choice();
        return new BrokerPacts(
                new Selection(PactBroker.at(broker, environment, line -> {}), providers, choice), limits, problems);
    }
}
