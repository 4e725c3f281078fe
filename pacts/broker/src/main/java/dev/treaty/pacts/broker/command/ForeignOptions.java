package dev.treaty.pacts.broker.command;

import java.util.Map;
import java.util.Optional;

/**
 * Options that the official command lines have for all commands, and this one has not. A pipeline that is moved here is told what to do
 * instead; an option that is ignored would promise something that does not happen.
 *
 * @see <a href="https://docs.pact.io/pact_broker/client_cli/readme">the official command line</a>
 */
final class ForeignOptions {

    private static final String WITHOUT_TELEMETRY =
            "leave it out: no telemetry is sent; --verbose prints each request and how long it took";

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry(
                    "--skip-ssl-verification",
                    "name the broker's certificate, or that of the authority that signed it, with --ssl-certificate;"
                            + " without verification, credentials could go to anybody"),
            Map.entry(
                    "--custom-header",
                    "leave it out; credentials for the broker come from PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and"
                            + " PACT_BROKER_PASSWORD, in the environment, and those for a proxy from HTTPS_PROXY"),
            Map.entry("--enable-otel", WITHOUT_TELEMETRY),
            Map.entry("--enable-otel-logs", WITHOUT_TELEMETRY),
            Map.entry("--enable-otel-traces", WITHOUT_TELEMETRY),
            Map.entry("--otel-exporter", WITHOUT_TELEMETRY),
            Map.entry("--otel-exporter-endpoint", WITHOUT_TELEMETRY),
            Map.entry("--otel-exporter-protocol", WITHOUT_TELEMETRY));

    private ForeignOptions() {}

    /** What to do instead, as a phrase; empty if no official command line has the option either. */
    static Optional<String> insteadOf(String option) {
        return Optional.ofNullable(INSTEAD.get(option));
    }
}
