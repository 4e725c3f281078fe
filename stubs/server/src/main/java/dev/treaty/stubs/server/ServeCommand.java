package dev.treaty.stubs.server;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.files.PactSource;
import dev.treaty.stubs.replay.Chaos;
import dev.treaty.stubs.replay.ReplayServer;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Loads contracts, listens, says where, and answers until it is stopped. */
@Command(
        name = "serve",
        description = "Answers as the contracts say, until stopped with Ctrl-C.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false)
final class ServeCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--pacts",
            paramLabel = "FILE|DIR",
            description = "A pact file, or a directory of them; repeatable. Default: the contracts in this jar.")
    private List<Path> pacts = List.of();

    @Option(
            names = "--watch",
            negatable = true,
            defaultValue = Option.NULL_VALUE,
            fallbackValue = "true",
            description =
                    "Replays files as they are after each change, a broken one as it was before. Default: only those in directories.")
    private @Nullable Boolean watch;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description =
                    "The main port, where each provider stands under /<provider>/… Default: ${DEFAULT-VALUE}; 0 takes a free one.")
    private int port;

    @Option(
            names = "--listen",
            paramLabel = "PROVIDER=PORT",
            description =
                    "A provider's own port; repeatable. Default: the table that is printed at start; 0 takes a free one.")
    private Map<String, Integer> listen = Map.of();

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}, which only this machine reaches.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--admin-token",
            paramLabel = "TOKEN",
            defaultValue = "${env:TREATY_ADMIN_TOKEN}",
            description =
                    "What /__admin asks for as its bearer token; without one, it is closed unless the address is a loopback one."
                            + " Better set as TREATY_ADMIN_TOKEN in the environment, for others see command lines.")
    private @Nullable String adminToken;

    @Option(
            names = "--state",
            paramLabel = "REGEX",
            description =
                    "Serves only interactions with a provider state that it finds something in: in its name, or in its"
                            + " name and parameters as in 'a customer exists {\"id\":\"cus_42\"}'.")
    private @Nullable Pattern state;

    @Option(
            names = "--strict",
            description =
                    "Answers 409 when several interactions match that answer differently and none is more specific,"
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
            description =
                    "Where to write a line of JSON for each request, at the end of the file; - for the standard output.")
    private @Nullable Path accessLog;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "10000",
            description = "How many connections there may be at a time; more wait. Default: ${DEFAULT-VALUE}.")
    private int connections;

    @Option(
            names = "--chaos",
            paramLabel = "FILE",
            description =
                    "A profile in YAML of what goes wrong how often: delays, statuses and faults, by provider and path.")
    private @Nullable Path chaos;

    @Override
    public Integer call() throws InterruptedException {
        if (journal < 0) {
            throw new ParameterException(
                    spec().commandLine(), "--journal is a number of requests, and " + journal + " is none");
        }
        if (watch != null && pacts.isEmpty()) {
            throw new ParameterException(
                    spec().commandLine(), "--watch is for what --pacts names; the contracts in this jar do not change");
        }
        if (connections < 1) {
            throw new ParameterException(
                    spec().commandLine(),
                    "--connections is a number of connections, and " + connections + " is too few");
        }
        if (adminToken != null && !adminToken.matches("\\S+")) {
            throw new ParameterException(
                    spec().commandLine(), "--admin-token is a word without spaces, and what was given is none");
        }
        ReplayServer.prepare();
        var source = new PactSource(pacts, this::isWatched);
        var contracts = contracts(source);
        return contracts.isEmpty() ? ExitCode.USAGE : serve(source, contracts);
    }

    private boolean isWatched(Path path) {
        return watch == null ? Files.isDirectory(path) : watch;
    }

    /** Those that can be read; what is wrong with the others is told. */
    private List<PactFile> contracts(PactSource source) {
        if (pacts.isEmpty()) {
            return PactFile.onClassPath();
        }
        var files = source.read();
        files.unreadable().forEach(failure -> spec().commandLine().getErr().println(failure.getMessage()));
        return files.readable();
    }

    private int serve(PactSource source, List<PactFile> contracts) throws InterruptedException {
        var out = spec().commandLine().getOut();
        try (var server = server(contracts)) {
            server.watch(
                    source, new ContractNews(server, out, spec().commandLine().getErr())::tell);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            out.print(new Banner(server, pacts.stream().filter(this::isWatched).toList()));
            out.flush();
            new CountDownLatch(1).await();
        }
        return ExitCode.OK;
    }

    private ReplayServer server(List<PactFile> contracts) {
        var stubs = ReplayServer.builder()
                .pacts(contracts)
                .bind(bind)
                .port(port)
                .strict(strict)
                .journal(journal)
                .connections(connections);
        if (accessLog != null) {
            stubs.accessLog(lines(accessLog));
        }
        if (adminToken != null) {
            stubs.adminToken(adminToken);
        }
        if (state != null) {
            stubs.states(state);
        }
        if (chaos != null) {
            stubs.chaos(Chaos.load(chaos));
        }
        ports(contracts).forEach(stubs::listen);
        return stubs.start();
    }

    private Writer lines(Path log) {
        if (log.toString().equals("-")) {
            return spec().commandLine().getOut();
        }
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
        var known = new StablePorts();
        var ports = new TreeMap<String, Integer>();
        for (var contract : contracts) {
            known.of(contract.provider()).ifPresent(stable -> ports.put(contract.provider(), stable));
        }
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
