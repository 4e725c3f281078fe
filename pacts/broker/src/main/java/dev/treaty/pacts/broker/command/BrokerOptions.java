package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.http.RetryPauses;
import dev.treaty.pacts.broker.http.TrustedCertificates;
import java.io.PrintWriter;
import java.util.HashMap;
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
            names = {"-c", "--ssl-certificate"},
            paramLabel = "FILE",
            order = 91,
            description =
                    "Certificates to trust (PEM), e.g. of a company's own authority. Default: SSL_CERT_FILE in the"
                            + " environment.")
    private @Nullable String certificates;

    @Option(
            names = "--ssl-trust-store",
            paramLabel = "true|false",
            arity = "1",
            order = 92,
            description =
                    "Whether to trust Java's own certificates, too. Default: SSL_TRUST_STORE in the environment, or true.")
    private @Nullable Boolean isSystemTrusted;

    @Option(
            names = "--retries",
            paramLabel = "TIMES",
            order = 93,
            description =
                    "How often to send a request again that may be sent twice, if the broker does not answer or answers that it"
                            + " cannot (408, 429, 500 and above). Default: PACT_BROKER_HTTP_RETRIES in the environment, or 2.")
    private @Nullable Integer retries;

    @Option(
            names = {"-v", "--verbose"},
            order = 94,
            description = "Print each request and the status of its answer.")
    private boolean verbose;

    @Option(names = "--log-level", hidden = true, description = "What the official command line has for --verbose.")
    private @Nullable LogLevel logLevel;

    @Option(
            names = {"-u", "--broker-username", "-p", "--broker-password", "-k", "--broker-token"},
            hidden = true)
    private @Nullable String credential;

    @Option(names = "--help", usageHelp = true, order = 95, description = "Print this help.")
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
        var isVerbose = verbose || (logLevel != null && logLevel.compareTo(LogLevel.info) >= 0);
        return PactBroker.at(brokerBaseUrl, settings(environment), line -> {
            if (isVerbose) {
                log.println(line);
            }
        });
    }

    /** The environment, but for what the command line says. */
    private Map<String, String> settings(Map<String, String> environment) {
        var settings = new HashMap<>(environment);
        set(settings, TrustedCertificates.FILE, certificates);
        set(settings, TrustedCertificates.SYSTEM, isSystemTrusted);
        set(settings, RetryPauses.VARIABLE, retries);
        return settings;
    }

    private static void set(Map<String, String> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value.toString());
        }
    }

    /** In the order of how much is printed; named as on the command line. */
    private enum LogLevel {
        off,
        none,
        error,
        warn,
        info,
        debug,
        trace
    }
}
