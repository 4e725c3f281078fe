package dev.treaty.stubs.mcp.stdio;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/**
 * Messages in both directions, between a client and the SDK, which is left with what it can do: it ends the whole conversation at a line that is no
 * message, and drops every answer that is not written when the input ends. Here, such a line is answered with an error, and the input ends
 * for the SDK when everything is answered.
 */
public final class MessageLines {

    private final CountDownLatch end = new CountDownLatch(1);
    private final MessageInput input;
    private final MessageOutput output;

    /**
     * @param from the client
     * @param to the client
     */
    public MessageLines(InputStream from, OutputStream to) {
        var open = new OpenRequests();
        output = new MessageOutput(to, open);
        input = new MessageInput(from, output, open, end);
    }

    /** Requests and notifications, one a line. */
    public InputStream input() {
        return input;
    }

    /** Responses, one a line; other lines cannot be written. */
    public OutputStream output() {
        return output;
    }

    /** Waits until the input has ended, and every request in it is answered. */
    public void awaitEnd() throws InterruptedException {
        end.await();
    }
}
