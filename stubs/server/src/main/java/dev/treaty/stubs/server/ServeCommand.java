package dev.treaty.stubs.server;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.http.cors.CorsPolicy;
import dev.treaty.stubs.http.faults.Chaos;
import dev.treaty.stubs.http.page.PageSettings;
import dev.treaty.stubs.http.ports.ListenSettings;
import dev.treaty.stubs.matching.StateFilter;
import dev.treaty.stubs.server.page.DiskChanges;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Loads contracts, prints where it listens, and responds until it is stopped. */
@Command(
        name = "serve",
        description = "Responds as the contracts say, until you stop it with Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ContractOptions contractOptions = new ContractOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description =
                    "The main port, which serves each provider under /<provider>/. Default: ${DEFAULT-VALUE}; 0 picks a free port.")
    private int port;

    @Option(
            names = "--listen",
            paramLabel = "PROVIDER=PORT",
            description =
                    "A provider's own port; repeatable. Default: the table printed at start; 0 picks a free port.")
    private Map<String, Integer> listen = Map.of();

    @Option(
            names = "--own-ports",
            paramLabel = "fixed|free|none",
            defaultValue = "fixed",
            description = "The ports of providers without --listen: as in the table, any free ones, or none. Default:"
                    + " ${DEFAULT-VALUE}; a second server needs --port 0 --own-ports free.")
    private OwnPorts ownPorts = OwnPorts.fixed;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}, which only this machine can reach.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--admin-token",
            paramLabel = "TOKEN",
            defaultValue = "${env:TREATY_ADMIN_TOKEN}",
            description =
                    "The bearer token that /__admin requires. Without one, /__admin is closed unless --bind is a loopback address."
                            + " Prefer the environment variable TREATY_ADMIN_TOKEN: other users can see command lines.")
    private @Nullable String adminToken;

    @Option(
            names = "--state",
            paramLabel = "REGEX",
            description =
                    "Serve only interactions with a provider state in which this regex finds a match. It searches the"
                            + " state's name, and its name with parameters, as in 'a customer exists {\"id\":\"cus_42\"}'.")
    private @Nullable Pattern state;

    @Option(
            names = "--empty-provider-state",
            description = "With --state: serve also the interactions that have no provider state.")
    private boolean emptyProviderState;

    @Option(
            names = "--strict",
            description =
                    "Respond with 409 when several interactions match, their responses differ, and none is more specific,"
                            + " instead of choosing the first.")
    private boolean strict;

    @Option(
            names = "--journal",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many requests /__admin/requests remembers; 0 for none. Default: ${DEFAULT-VALUE}.")
    private int journal;

    @Option(
            names = "--access-log",
            paramLabel = "FILE",
            description = "Append one line of JSON per request to this file; - for standard output.")
    private @Nullable Path accessLog;

    @Option(names = "--quiet", description = "Do not print a line for each request that nothing answers.")
    private boolean quiet;

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN|*|none",
            description = "Another origin whose pages may use the providers from a browser; repeatable. * for any, none"
                    + " for no page at all. Default: pages of this machine (localhost).")
    private List<String> cors = List.of();

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "How many connections may be open at a time; further ones wait. Default: as many as the heap"
                    + " has room for, here ${DEFAULT-VALUE}.")
    private int connections = ListenSettings.connectionsThatFit();

    @Option(
            names = "--chaos",
            paramLabel = "FILE",
            description =
                    "A YAML profile of faults to inject at a rate: delays, statuses and connection faults, by provider and path.")
    private @Nullable Path chaos;

    @Mixin
    private TlsOptions tls = new TlsOptions();

    @Mixin
    private ReplayOptions replays = new ReplayOptions();

    @Mixin
    private LimitOption limit = new LimitOption();

    @Override
    public Integer call() {
        check(journal >= 0, "--journal must be 0 or more, not " + journal);
        check(state != null || !emptyProviderState, "--empty-provider-state needs --state, which it extends");
        check(connections >= 1, "--connections must be 1 or more, not " + connections);
        check(adminToken == null || adminToken.matches("\\S+"), "--admin-token must be a single word, without spaces");
        Stream.of(contractOptions.contradictions(), replays.contradictions(), tls.contradictions())
                .flatMap(contradictions -> contradictions)
                .forEach(contradiction -> check(false, contradiction));
        var contracts = contractOptions.read(limit.limits(), err());
        return contracts.all().isEmpty() ? ExitCode.USAGE : serve(contracts);
    }

    private void check(boolean isRight, String otherwise) {
        if (!isRight) {
            throw new ParameterException(spec().commandLine(), otherwise);
        }
    }

    private int serve(ServedContracts contracts) {
        var out = spec().commandLine().getOut();
        var urls = replays.webhookUrls();
        try (var output = BackgroundOutput.writer(out);
                var errors = BackgroundOutput.writer(err());
                var server = server(contracts.all(), urls, output)) {
            WebhookOption.requireState(urls.keySet(), server.replays());
            out.print(new Banner(
                    server, contractOptions.watched(), contractOptions.description(contracts), replays.store(), chaos));
            out.flush();
            OutOfMemoryExit.reserve();
            HeapWatch.start();
            var checks = new FileFindings(limit.limits(), contracts::audit);
            contractOptions.watch(server, contracts, checks, output, errors);
            if (!contractOptions.isOfJar()) { // those in this jar were checked when it was built
                new BackgroundCheck(server, contracts.all(), checks, errors).start();
            }
            untilStopped(server);
        }
        return ExitCode.OK;
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    /** Blocks until a signal ends the process, an interrupt only this command, or a request to the admin API the server. */
    private static void untilStopped(ReplayServer server) {
        var hook = new Thread(server::close);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            server.awaitStop();
        } catch (InterruptedException e) {
            // stopped below
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) { // a signal ends the process, and the hook the server
            LockSupport.park();
        }
    }

    private ReplayServer server(List<PactFile> contracts, Map<String, List<URI>> webhookUrls, PrintWriter output) {
        var stubs = ReplayServer.builder()
                .pacts(contracts)
                .bind(bind)
                .port(port)
                .strict(strict)
                .journal(journal)
                .connections(connections)
                .cors(corsPolicy())
                .page(new PageSettings(Path.of("providers"), new DiskChanges(contractOptions.paths())::text))
                .outOfMemory(OutOfMemoryExit::end);
        if (!quiet && !isTerminal(accessLog)) {
            stubs.misses(output::println);
        }
        if (accessLog != null) {
            stubs.accessLog(isTerminal(accessLog) ? output : lines(accessLog));
        }
        if (adminToken != null) {
            stubs.adminToken(adminToken);
        }
        if (state != null) {
            stubs.states(StateFilter.matching(state, emptyProviderState));
        }
        if (chaos != null) {
            stubs.chaos(Chaos.load(chaos));
        }
        replays.configure(stubs, webhookUrls);
        tls.configure(stubs);
        ports(contracts).forEach(stubs::listen);
        return stubs.start();
    }

    private CorsPolicy corsPolicy() {
        try {
            return CorsPolicy.of(cors);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec().commandLine(), "--cors: " + e.getMessage(), e);
        }
    }

    private static boolean isTerminal(@Nullable Path log) {
        return log != null && log.toString().equals("-");
    }

    private Writer lines(Path log) {
        try {
            return Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new ParameterException(
                    spec().commandLine(), """
                    The access log cannot be written: %s.
                      where: %s
                      fix:   name a file in a folder that exists and that you may write to""".formatted(e.getClass().getSimpleName(), log), e);
        }
    }

    private Map<String, Integer> ports(List<PactFile> contracts) {
        var providers = contracts.stream().map(PactFile::provider).collect(Collectors.toSet());
        var ports = new TreeMap<>(ownPorts.of(new ProviderPorts(), providers));
        ports.putAll(listen);
        return ports;
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the command's specification before it calls");
        }
        return spec;
    }
}
