package dev.treaty.stubs.bench;

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

/** A server in a process of its own, which does not outlive this one. */
final class ServerProcess implements AutoCloseable {

    private static final long BETWEEN_LOOKS_MILLIS = 2;

    private final Process process;
    private final InetSocketAddress address;
    private final Path log;
    private final Thread atExit;
    private Duration untilFirstAnswer = Duration.ZERO;

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
     * Starts it, and asks it until it answers rightly.
     *
     * @param name what errors call it
     * @param command by the port it shall listen on
     * @param log takes what it prints
     * @throws ServerNotStarted if it ends before, or does not answer within the limit
     */
    static ServerProcess start(
            String name, IntFunction<List<String>> command, ExpectedResponses exchanges, Path log, Duration limit)
            throws IOException, InterruptedException, ServerNotStarted {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort());
        var line = command.apply(address.getPort());
        var question = new Probe(address, exchanges.at(0));
        var begun = System.nanoTime();
        var server = new ServerProcess(
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                address,
                log);
        try {
            while (!question.answered()) {
                if (!server.process.isAlive()) {
                    throw ServerNotStarted.ended(name, server.process.exitValue(), line, log);
                }
                if (System.nanoTime() - begun > limit.toNanos()) {
                    throw ServerNotStarted.silent(name, limit, question.seen(), line, log);
                }
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
            server.untilFirstAnswer = Duration.ofNanos(System.nanoTime() - begun);
            return server;
        } catch (ServerNotStarted | InterruptedException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    InetSocketAddress address() {
        return address;
    }

    /** Takes what it prints. */
    Path log() {
        return log;
    }

    /** From the start of the process to the end of its first right answer. */
    Duration untilFirstAnswer() {
        return untilFirstAnswer;
    }

    long pid() {
        return process.pid();
    }

    /** What it has now; empty on a system without {@code /proc}. */
    Optional<ProcessFootprint> footprint() {
        return ProcessFootprint.of(process.pid());
    }

    /** Not asked politely: nothing it holds is worth keeping, and a slow end would disturb what is measured next. */
    @Override
    public void close() {
        kill(process);
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // this process is ending, and runs it already
        }
    }

    /** With what it has started: a peer may be a script that runs the server. */
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
