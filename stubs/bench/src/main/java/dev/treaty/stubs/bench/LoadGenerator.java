package dev.treaty.stubs.bench;

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
 * Asks a server as fast as it answers, from one thread: each of its connections sends a request at random, waits for the answer, and
 * sends the next (a closed loop). Nothing is allocated for a request.
 */
final class LoadGenerator {

    /** An answer that takes longer is recorded as this long, in microseconds. */
    private static final long LONGEST = 60_000_000;

    private enum Phase {
        SETTLING,
        MEASURING,
        DRAINING
    }

    private final InetSocketAddress server;
    private final ExpectedResponses exchanges;
    private final Selector selector;
    private final List<HttpConnection> connections = new ArrayList<>();
    private final Consumer<SelectionKey> ready = this::ready;
    private final ByteBuffer received = ByteBuffer.allocate(64 * 1024);
    private final SplittableRandom random = new SplittableRandom(42);
    private final Histogram latencies = new Histogram(LONGEST, 3);
    private Phase phase = Phase.SETTLING;
    private int outstanding;
    private long answered;
    private long errors;
    private @Nullable String firstError;

    private LoadGenerator(InetSocketAddress server, ExpectedResponses exchanges, Selector selector) {
        this.server = server;
        this.exchanges = exchanges;
        this.selector = selector;
    }

    /**
     * One round: connects, asks for a moment without measuring, measures, and waits for the answers that are still to come.
     *
     * @param connections how many requests are under way at any moment
     * @throws IOException if the server takes no connection, or no more
     */
    static LoadResult run(InetSocketAddress server, int connections, ExpectedResponses exchanges, LoadRound round)
            throws IOException {
        try (var selector = Selector.open()) {
            return new LoadGenerator(server, exchanges, selector).load(connections, round);
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
                ask(connection);
            }
            during(Phase.SETTLING, round.settling());
            var begun = System.nanoTime();
            during(Phase.MEASURING, round.measured());
            var ended = System.nanoTime();
            during(Phase.DRAINING, round.patience());
            for (; outstanding > 0; outstanding--) {
                failed("no answer within %d ms".formatted(round.patience().toMillis()));
            }
            return new LoadResult(answered, Duration.ofNanos(ended - begun), latencies, errors, firstError);
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

    private void ask(HttpConnection connection) throws IOException {
        outstanding++;
        connection.send(exchanges.at(random.nextInt(exchanges.count())));
    }

    private void ready(SelectionKey key) {
        var connection = (HttpConnection) key.attachment();
        try {
            if (connection.proceed(received)) {
                outstanding--;
                answered(connection);
                next(connection);
            }
        } catch (IOException | BrokenResponse e) {
            outstanding--;
            failed(String.valueOf(e.getMessage()));
            replace(connection);
        }
    }

    private void answered(HttpConnection connection) {
        var fault = connection.fault();
        if (fault != null) {
            failed(fault);
        } else if (phase != Phase.SETTLING) {
            answered += phase == Phase.MEASURING ? 1 : 0;
            latencies.recordValue(Math.min(connection.waitedMicros(), LONGEST));
        }
    }

    private void next(HttpConnection connection) throws IOException {
        if (phase == Phase.DRAINING) {
            connection.close();
        } else if (connection.closes()) {
            replace(connection);
        } else {
            ask(connection);
        }
    }

    /** A server that does not take a connection is one that is gone: nothing is left to be measured. */
    private void replace(HttpConnection connection) {
        connection.close();
        if (phase != Phase.DRAINING) {
            try {
                var another = HttpConnection.open(server, selector);
                connections.set(connections.indexOf(connection), another);
                ask(another);
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
