package dev.treaty.stubs.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** One request on a connection of its own, asked again and again until the answer is right. */
final class Probe {

    private static final int PATIENCE_MILLIS = 10_000;

    private final InetSocketAddress server;
    private final ExpectedResponse exchange;
    private String seen = "nothing";

    Probe(InetSocketAddress server, ExpectedResponse exchange) {
        this.server = server;
        this.exchange = exchange;
    }

    /** Whether the server answers now, and rightly. */
    boolean answered() {
        try (var socket = new Socket()) {
            socket.connect(server, PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(exchange.request());
            var answer = new ResponseReader();
            answer.expect(exchange.answer());
            var received = new byte[8 * 1024];
            while (!answer.complete()) {
                var count = socket.getInputStream().read(received);
                if (count < 0) {
                    throw new BrokenResponse("closed before the answer was complete");
                }
                answer.read(received, 0, count);
            }
            var right = answer.status() == exchange.status() && answer.bodyAsExpected();
            seen = "status %d, %s".formatted(answer.status(), right ? "as expected" : "another body than expected");
            return right;
        } catch (IOException | BrokenResponse e) {
            seen = String.valueOf(e.getMessage());
            return false;
        }
    }

    /** What came when it was asked the last time. */
    String seen() {
        return seen;
    }
}
