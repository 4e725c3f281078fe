package dev.treaty.stubs.bench;

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

/** Asks a server for long, and looks at it meanwhile. */
final class SoakRun {

    private static final int QUARTERS = 4;

    /** After each, all connections are closed by the client, and for the next they are opened anew. */
    private static final LoadRound SLICE = new LoadRound(Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(10));

    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ServerProcess server;
    private final ExpectedResponses exchanges;
    private final int connections;
    private final Path folder;
    private final long begun = System.nanoTime();
    private final List<LoadResult> loads = new ArrayList<>();

    /**
     * Asks nothing yet.
     *
     * @param folder takes what lives on the heap
     */
    SoakRun(ServerProcess server, ExpectedResponses exchanges, int connections, Path folder) {
        this.server = server;
        this.exchanges = exchanges;
        this.connections = connections;
        this.folder = folder;
    }

    /** Asks for as long, in four quarters. */
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
            var slice = client.submit(() -> LoadGenerator.run(server.address(), connections, exchanges, SLICE));
            while (!isDone(slice)) {
                samples.add(new SoakQuarter.Sample(elapsed(), answered(), footprint()));
            }
            loads.add(load(slice));
        } while (System.nanoTime() < end);
        var ended = elapsed();
        var live = HeapHistogram.of(server.pid(), folder.resolve("heap-%d.txt".formatted(number)));
        return new SoakQuarter(answered(), ended, samples, live, atRest());
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
            throw new IOException("""
                    The server takes no more connections.
                      where: after %s, %d right answers and %d slices of load
                      fix:   see what it says in %s""".formatted(elapsed(), answered(), loads.size(), server.log()), e);
        }
    }

    /** The collector gives memory back bit by bit, and the last connections have to be seen closed. */
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
                .orElseThrow(() -> new IOException("""
                What the server has open cannot be read.
                  where: /proc/%d, after %s
                  fix:   see in %s whether it has ended""".formatted(server.pid(), elapsed(), server.log())));
    }

    private long answered() {
        return loads.stream().mapToLong(LoadResult::answered).sum();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
