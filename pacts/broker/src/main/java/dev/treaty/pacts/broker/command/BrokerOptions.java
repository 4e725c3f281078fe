package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.broker.PactBroker;
import java.io.PrintWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of all commands that talk to a broker. */
final class BrokerOptions {

    @Option(
            names = {"-b", "--broker-base-url"},
            paramLabel = "URL",
            order = 90,
            description = "The broker's address. Default: PACT_BROKER_BASE_URL in the environment, which also holds the"
                    + " credentials: PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.")
    private @Nullable String brokerBaseUrl;

    @Option(
            names = {"-v", "--verbose"},
            order = 91,
            description = "Print each request and the status of its answer.")
    private boolean verbose;

    @Option(
            names = {"-u", "--broker-username", "-p", "--broker-password", "-k", "--broker-token"},
            hidden = true)
    private @Nullable String credential;

    @Option(names = "--help", usageHelp = true, order = 92, description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    /**
     * The broker that they name.
     *
     * @throws CredentialsOnCommandLine if there are credentials among them
     */
    PactBroker broker(Map<String, String> environment, PrintWriter log) {
        if (credential != null) {
            throw new CredentialsOnCommandLine();
        }
        return PactBroker.at(brokerBaseUrl, environment, line -> {
            if (verbose) {
                log.println(line);
            }
        });
    }
}
