package dev.treaty.stubs.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One keep-alive connection, with one request in flight at a time. */
final class HttpConnection implements AutoCloseable {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ResponseReader reader = new ResponseReader();
    private final ByteBuffer request = ByteBuffer.allocateDirect(4 * 1024);
    private @Nullable ExpectedResponse expected;
    private long sentAt;

    private HttpConnection(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    static HttpConnection open(InetSocketAddress server, Selector selector) throws IOException {
        var channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return new HttpConnection(channel, selector);
    }

    /** Sends the request, or as much of it as the socket accepts now. */
    void send(ExpectedResponse next) throws IOException {
        expected = next;
        reader.expect(next.body());
        request.clear().put(next.request()).flip();
        write();
    }

    /**
     * Continues with what the socket is ready for.
     *
     * @param received a buffer for the bytes that are read
     * @return whether the response is complete
     * @throws ProtocolException if it is not valid HTTP, or the server closes the connection before its end
     */
    boolean proceed(ByteBuffer received) throws IOException {
        if (request.hasRemaining()) {
            write();
            return false;
        }
        var count = channel.read(received.clear());
        if (count < 0) {
            throw new ProtocolException("closed before the response was complete");
        }
        var end = received.arrayOffset() + count;
        if (reader.read(received.array(), received.arrayOffset(), end) < end) {
            throw new ProtocolException("more bytes than the response has");
        }
        return reader.complete();
    }

    private void write() throws IOException {
        channel.write(request);
        var interest = request.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
        sentAt = System.nanoTime();
    }

    /** What is wrong with the complete response; null if it is the expected one. */
    @Nullable
    String mismatch() {
        if (expected == null) {
            return "a response without a request";
        }
        if (reader.status() != expected.status()) {
            return "status %d to %s".formatted(reader.status(), expected);
        }
        if (expected.onlyIdCounts()) {
            var mismatch = expected.mismatch(reader.id());
            return mismatch == null ? null : mismatch + " to " + expected;
        }
        return reader.bodyAsExpected() ? null : "a body other than the contract's to " + expected;
    }

    /** The request that follows the complete response on this connection. */
    Optional<ExpectedResponse> followUp() {
        return expected == null || !expected.onlyIdCounts() ? Optional.empty() : expected.followUp(reader.id());
    }

    /** Whether the server closes the connection after the complete response. */
    boolean closes() {
        return reader.closes();
    }

    /** Since the last byte of the request was written, in microseconds. */
    long waitedMicros() {
        return (System.nanoTime() - sentAt) / 1_000;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // nothing is outstanding on it
        }
    }
}
