package dev.treaty.stubs.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests as fast as a server responds, from one thread: each connection sends a random request, waits for the response, and
 * sends the next (a closed loop); a request that creates something is followed by one that retrieves it. Allocates nothing per request.
 *
 * <p>It is our own because it shares the machine's processors with the server: comparing every body byte for byte, it takes 6 µs of
 * processor time per request, whereas Hyperfoil takes 9 µs without looking at the body, and wrk, at 8 µs, cannot tell which request a
 * response belongs to.
 */
public final class LoadGenerator {

    /** A response that takes longer is recorded as this long, in microseconds. */
    private static final long LONGEST = 60_000_000;

    private enum Phase {
        SETTLING,
        MEASURING,
        DRAINING
    }

    private final InetSocketAddress server;
    private final List<ExpectedResponse> expected;
    private final Selector selector;
    private final List<HttpConnection> connections = new ArrayList<>();
    private final Consumer<SelectionKey> ready = this::ready;
    private final ByteBuffer received = ByteBuffer.allocate(64 * 1024);
    private final SplittableRandom random = new SplittableRandom(42);
    private final Histogram latencies = new Histogram(LONGEST, 3);
    private Phase phase = Phase.SETTLING;
    private int outstanding;
    private long responses;
    private long errors;
    private @Nullable String firstError;

    private LoadGenerator(InetSocketAddress server, List<ExpectedResponse> expected, Selector selector) {
        this.server = server;
        this.expected = expected;
        this.selector = selector;
    }

    /**
     * Runs one round: connects, lets the server settle, measures, and waits for the outstanding responses.
     *
     * @param connections how many requests are in flight at any moment
     * @param expected each is as likely as any other
     * @throws IOException if the server refuses a connection
     */
    public static LoadResult run(
            InetSocketAddress server, int connections, List<ExpectedResponse> expected, LoadRound round)
            throws IOException {
        try (var selector = Selector.open()) {
            return new LoadGenerator(server, expected, selector).load(connections, round);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private LoadResult load(int wanted, LoadRound round) throws IOException {
        try {
            while (connections.size() < wanted) {
                connections.add(HttpConnection.open(server, selector));
            }
            for (var connection : connections) {
                send(connection);
            }
            during(Phase.SETTLING, round.settling());
            var begun = System.nanoTime();
            during(Phase.MEASURING, round.measured());
            var ended = System.nanoTime();
            during(Phase.DRAINING, round.patience());
            for (; outstanding > 0; outstanding--) {
                failed("no response within %d ms".formatted(round.patience().toMillis()));
            }
            return new LoadResult(responses, Duration.ofNanos(ended - begun), latencies, errors, firstError);
        } finally {
            connections.forEach(HttpConnection::close);
        }
    }

    private void during(Phase now, Duration length) throws IOException {
        phase = now;
        var end = System.nanoTime() + length.toNanos();
        while (outstanding > 0 && System.nanoTime() < end) {
            selector.select(ready, 10);
        }
    }

    private void send(HttpConnection connection) throws IOException {
        outstanding++;
        var followUp = connection.followUp();
        connection.send(followUp.isPresent() ? followUp.get() : expected.get(random.nextInt(expected.size())));
    }

    private void ready(SelectionKey key) {
        var connection = (HttpConnection) key.attachment();
        try {
            if (connection.proceed(received)) {
                outstanding--;
                completed(connection);
                next(connection);
            }
        } catch (IOException e) {
            outstanding--;
            failed(String.valueOf(e.getMessage()));
            replace(connection);
        }
    }

    private void completed(HttpConnection connection) {
        var mismatch = connection.mismatch();
        if (mismatch != null) {
            failed(mismatch);
        } else if (phase != Phase.SETTLING) {
            responses += phase == Phase.MEASURING ? 1 : 0;
            latencies.recordValue(Math.min(connection.waitedMicros(), LONGEST));
        }
    }

    private void next(HttpConnection connection) throws IOException {
        if (phase == Phase.DRAINING) {
            connection.close();
        } else if (connection.closes()) {
            replace(connection);
        } else {
            send(connection);
        }
    }

    /** A server that refuses a connection has gone, and there is nothing left to measure. */
    private void replace(HttpConnection connection) {
        connection.close();
        if (phase != Phase.DRAINING) {
            try {
                var replacement = HttpConnection.open(server, selector);
                connections.set(connections.indexOf(connection), replacement);
                send(replacement);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void failed(String reason) {
        errors++;
        firstError = firstError == null ? reason : firstError;
    }
}
