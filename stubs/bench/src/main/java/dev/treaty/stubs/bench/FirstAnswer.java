package dev.treaty.stubs.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks a server that is starting, one request and one connection at a time. */
final class FirstAnswer {

    private static final int PATIENCE_MILLIS = 10_000;

    private final InetSocketAddress server;
    private final Exchanges exchanges;
    private String lastSeen = "nothing";

    FirstAnswer(InetSocketAddress server, Exchanges exchanges) {
        this.server = server;
        this.exchanges = exchanges;
    }

    /** Whether it answers now, and rightly. */
    boolean answered() {
        try (var socket = new Socket()) {
            socket.connect(server, PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(exchanges.request(0));
            var answer = new ResponseReader();
            answer.expect(exchanges.answer(0));
            var received = new byte[8 * 1024];
            while (!answer.complete()) {
                var count = socket.getInputStream().read(received);
                if (count < 0) {
                    throw new BrokenAnswer("closed before the answer was complete");
                }
                answer.read(received, 0, count);
            }
            lastSeen = answer.status() == 200 ? "another body than the contract's" : "status " + answer.status();
            return answer.status() == 200 && answer.bodyAsExpected();
        } catch (IOException | BrokenAnswer e) {
            lastSeen = String.valueOf(e.getMessage());
            return false;
        }
    }

    /** What came instead of an answer when it was asked the last time. */
    String lastSeen() {
        return lastSeen;
    }
}
