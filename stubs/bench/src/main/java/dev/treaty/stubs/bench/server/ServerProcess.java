package dev.treaty.stubs.bench.server;

import dev.treaty.stubs.bench.load.ExpectedResponse;
import dev.treaty.stubs.bench.load.Probe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A server in its own process, which does not outlive this one. */
public final class ServerProcess implements AutoCloseable {

    private static final long BETWEEN_PROBES_MILLIS = 2;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Process process;
    private final InetSocketAddress address;
    private final Path log;
    private final Thread atExit;
    private Duration untilFirstResponse = Duration.ZERO;

    private ServerProcess(Process process, InetSocketAddress address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
        atExit = new Thread(() -> kill(process));
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            kill(process); // Ctrl-C came first
            throw e;
        }
    }

    /**
     * Starts a server, and probes it until it responds correctly.
     *
     * @param name names it in errors
     * @param command the command line, given the port to listen on
     * @param first the response that it must give
     * @param log receives its output
     * @throws ServerNotStarted if it ends earlier, or does not respond correctly within the limit
     */
    public static ServerProcess start(
            String name, IntFunction<List<String>> command, ExpectedResponse first, Path log, Duration limit)
            throws IOException, InterruptedException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
        var line = command.apply(address.getPort());
        var probe = new Probe(address, first);
        var begun = System.nanoTime();
        var server = new ServerProcess(
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                address,
                log);
        try {
            while (!probe.succeeds()) {
                if (!server.process.isAlive()) {
                    throw ServerNotStarted.ended(name, server.process.exitValue(), line, log);
                }
                if (System.nanoTime() - begun > limit.toNanos()) {
                    throw ServerNotStarted.timedOut(name, limit, probe.lastOutcome(), line, log);
                }
                Thread.sleep(BETWEEN_PROBES_MILLIS);
            }
            server.untilFirstResponse = Duration.ofNanos(System.nanoTime() - begun);
            return server;
        } catch (InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** Its output. */
    public Path log() {
        return log;
    }

    /** From the start of the process to the end of its first correct response. */
    public Duration untilFirstResponse() {
        return untilFirstResponse;
    }

    /** The operating system's number of the process. */
    public long pid() {
        return process.pid();
    }

    /** What it uses now; empty on a system without {@code /proc}. */
    public Optional<ProcessFootprint> footprint() {
        return ProcessFootprint.of(process.pid());
    }

    /** Waits until it has ended what it does in the background: until it takes less than a tenth of a processor. */
    public void awaitRest() throws InterruptedException {
        var before = processorTime();
        Thread.sleep(BETWEEN_LOOKS.toMillis());
        var now = processorTime();
        while (now.minus(before).compareTo(BETWEEN_LOOKS.dividedBy(10)) > 0) {
            before = now;
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            now = processorTime();
        }
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Has it end by itself, which gives it time to write what it has to. */
    void end(Duration limit) throws InterruptedException {
        process.destroy();
        process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Kills it: there is nothing to save, and a slow shutdown would disturb the next measurement. */
    @Override
    public void close() {
        kill(process);
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // this process is ending, and runs the hook already
        }
    }

    /** Includes its children: a peer may be a script that starts the server. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
