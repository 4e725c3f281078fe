package dev.treaty.stubs.server;

import dev.treaty.stubs.replay.PactFile;
import dev.treaty.stubs.replay.StubServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Override
    public Integer call() throws InterruptedException {
        StubServer.prepare();
        var contracts = pacts.isEmpty() ? PackagedContracts.load() : PactFile.load(pacts);
        var stubs = StubServer.builder().pacts(contracts).bind(bind).port(port);
        ports(contracts).forEach(stubs::listen);
        try (var server = stubs.start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            spec().commandLine().getOut().print(new Banner(server));
            spec().commandLine().getOut().flush();
            new CountDownLatch(1).await();
        }
        return 0;
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
