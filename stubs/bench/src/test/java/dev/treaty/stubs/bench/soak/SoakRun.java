package dev.treaty.stubs.bench.soak;

import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.stubs.bench.load.ExpectedResponse;
import dev.treaty.stubs.bench.load.LoadGenerator;
import dev.treaty.stubs.bench.load.LoadResult;
import dev.treaty.stubs.bench.load.LoadRound;
import dev.treaty.stubs.bench.server.ProcessFootprint;
import dev.treaty.stubs.bench.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Keeps a server under load, and samples what it uses. */
final class SoakRun {

    private static final int QUARTERS = 4;

    /** The client opens all connections at the beginning of each slice and closes them at its end. */
    private static final LoadRound SLICE = LoadRound.immediate(Duration.ofSeconds(10));

    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ServerProcess server;
    private final List<ExpectedResponse> expected;
    private final int connections;
    private final Path folder;
    private final long begun = System.nanoTime();
    private final List<LoadResult> loads = new ArrayList<>();

    /**
     * Sends nothing yet.
     *
     * @param folder receives a heap histogram of each quarter
     */
    SoakRun(ServerProcess server, List<ExpectedResponse> expected, int connections, Path folder) {
        this.server = server;
        this.expected = expected;
        this.connections = connections;
        this.folder = folder;
    }

    /** Runs four quarters, which take this long together. */
    SoakResult soak(Duration length) throws IOException, InterruptedException {
        var client = Executors.newSingleThreadExecutor();
        try {
            var quarters = new ArrayList<SoakQuarter>();
            while (quarters.size() < QUARTERS) {
                quarters.add(quarter(quarters.size() + 1, length.dividedBy(QUARTERS), client));
            }
            return new SoakResult(
                    quarters,
                    loads.stream().mapToLong(LoadResult::errors).sum(),
                    loads.stream()
                            .map(LoadResult::firstError)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null),
                    server.log());
        } finally {
            client.shutdownNow();
        }
    }

    private SoakQuarter quarter(int number, Duration length, ExecutorService client)
            throws IOException, InterruptedException {
        var samples = new ArrayList<SoakQuarter.Sample>();
        var end = System.nanoTime() + length.toNanos();
        do {
            var slice = client.submit(() -> LoadGenerator.run(server.address(), connections, expected, SLICE));
            while (!isDone(slice)) {
                samples.add(new SoakQuarter.Sample(elapsed(), responses(), footprint()));
            }
            loads.add(load(slice));
        } while (System.nanoTime() < end);
        var ended = elapsed();
        var live = HeapHistogram.of(server.pid(), folder.resolve("heap-%d.txt".formatted(number)));
        return new SoakQuarter(responses(), ended, samples, live, atRest());
    }

    private static boolean isDone(Future<LoadResult> slice) throws InterruptedException {
        try {
            slice.get(BETWEEN_SAMPLES.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    private LoadResult load(Future<LoadResult> slice) throws IOException, InterruptedException {
        try {
            return slice.get();
        } catch (ExecutionException e) {
            var message = new ErrorMessage(
                    "The server refuses connections.",
                    "after %s, %d correct responses and %d slices of load"
                            .formatted(elapsed(), responses(), loads.size()),
                    "see its output in " + server.log());
            throw new IOException(message.toString(), e);
        }
    }

    /** Waits until memory and descriptors no longer shrink: both are given back bit by bit. */
    private ProcessFootprint atRest() throws IOException, InterruptedException {
        var before = footprint();
        while (true) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            var now = footprint();
            if (now.residentBytes() >= before.residentBytes() && now.descriptors() >= before.descriptors()) {
                return now;
            }
            before = now;
        }
    }

    private ProcessFootprint footprint() throws IOException {
        return server.footprint()
                .orElseThrow(() -> new IOException(new ErrorMessage(
                                "What the server uses cannot be read.",
                                "/proc/%d, after %s".formatted(server.pid(), elapsed()),
                                "see in %s whether it has ended".formatted(server.log()))
                        .toString()));
    }

    private long responses() {
        return loads.stream().mapToLong(LoadResult::responses).sum();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
