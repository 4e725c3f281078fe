package dev.treaty.stubs.server.broker;

import dev.treaty.pacts.broker.command.CredentialsOnCommandLine;
import dev.treaty.pacts.files.PactFileLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code serve} about a broker. */
public final class BrokerStubOptions {

    /** How often to look, unless somebody says otherwise. */
    private static final Duration REFRESH = Duration.ofSeconds(30);

    @Mixin
    private BrokerSelectionOptions selection = new BrokerSelectionOptions();

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "A provider to serve from the broker; repeatable. Default: all that have contracts there.")
    private List<String> providers = List.of();

    @Option(
            names = "--refresh",
            paramLabel = "TIME",
            converter = RefreshConverter.class,
            description =
                    "How often to ask the broker what is selected now, e.g. 5m. Default: 30s; --no-watch asks once.")
    private @Nullable Duration refresh;

    /** A password beside a broker, as in the official command line; else probably meant as a port. */
    @Option(names = "-p", hidden = true)
    private @Nullable String passwordOrPort;

    /** Whether contracts are served from a broker. */
    public boolean areUsed() {
        return selection.areUsed() || !providers.isEmpty() || isRefreshGiven();
    }

    /** Whether {@code -p} was given without a broker, and so cannot be a password. */
    public boolean isPortMeant() {
        return passwordOrPort != null && !areUsed();
    }

    /** Whether {@code --refresh} was given. */
    public boolean isRefreshGiven() {
        return refresh != null;
    }

    /** How often to ask. */
    public Duration refresh() {
        return refresh == null ? REFRESH : refresh;
    }

    /** The contracts that are selected; see {@link BrokerSelectionOptions#pacts}. */
    public BrokerPacts pacts(Map<String, String> environment, PactFileLimits limits, Consumer<String> problems) {
        if (passwordOrPort != null) {
            throw new CredentialsOnCommandLine();
        }
        return selection.pacts(providers, environment, limits, problems);
    }
}
