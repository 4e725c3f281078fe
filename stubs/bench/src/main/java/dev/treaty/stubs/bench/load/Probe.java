package dev.treaty.stubs.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;

/** Sends one request, each time on a new connection, until the server responds correctly. */
public final class Probe {

    private static final int PATIENCE_MILLIS = 10_000;

    private final InetSocketAddress server;
    private final ExpectedResponse expected;
    private String lastOutcome = "nothing";

    /** Sends nothing yet. */
    public Probe(InetSocketAddress server, ExpectedResponse expected) {
        this.server = server;
        this.expected = expected;
    }

    /** Sends the request once, and returns whether the expected response arrived. */
    public boolean succeeds() {
        try (var socket = new Socket()) {
            socket.connect(server, PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(expected.request());
            var reader = read(socket);
            var correct = reader.status() == expected.status()
                    && (expected.onlyIdCounts() ? expected.mismatch(reader.id()) == null : reader.bodyAsExpected());
            lastOutcome = "status %d, %s".formatted(reader.status(), correct ? "as expected" : "an unexpected body");
            return correct;
        } catch (IOException e) {
            lastOutcome = String.valueOf(e.getMessage());
            return false;
        }
    }

    private ResponseReader read(Socket socket) throws IOException {
        var reader = new ResponseReader();
        reader.expect(expected.body());
        var received = new byte[8 * 1024];
        while (!reader.complete()) {
            var count = socket.getInputStream().read(received);
            if (count < 0) {
                throw new ProtocolException("closed before the response was complete");
            }
            reader.read(received, 0, count);
        }
        return reader;
    }

    /** What came of the last attempt, e.g. {@code "status 404, an unexpected body"}. */
    public String lastOutcome() {
        return lastOutcome;
    }
}
