package dev.treaty.stubs.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** {@code serve}, running on a thread of the test's own JVM. */
final class RunningServe implements AutoCloseable {

    private final PrintedLines output = new PrintedLines();
    private final Thread thread;
    private volatile int exitCode = -1;
    private PrintedBanner banner = new PrintedBanner(List.of());

    private RunningServe(List<String> arguments) {
        var printer = new PrintWriter(output, true);
        thread = new Thread(() -> {
            exitCode = TreatyStubs.commandLine("serve")
                    .setOut(printer)
                    .setErr(printer)
                    .execute(arguments.toArray(String[]::new));
            printer.println("Ended with exit code " + exitCode);
        });
    }

    /** Starts the server with {@code serve} and these arguments; returns when it listens. */
    static RunningServe with(String... arguments) throws InterruptedException {
        var running = new RunningServe(
                Stream.concat(Stream.of("serve"), Stream.of(arguments)).toList());
        running.thread.start();
        running.banner = new PrintedBanner(running.output.until(PrintedBanner.LAST_LINE));
        return running;
    }

    /** Waits for a line that contains a text, after the banner; returns what was printed up to it. */
    String until(String part) throws InterruptedException {
        return String.join("\n", output.until(part));
    }

    String banner() {
        return banner.toString();
    }

    URI url(String provider) {
        return banner.url(provider);
    }

    URI mainUrl(String provider) {
        return banner.mainUrl(provider);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(exitCode).isZero();
    }
}
