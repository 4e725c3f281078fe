package dev.treaty.stubs.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One keep-alive connection, on which one request at a time is under way. */
final class HttpConnection implements AutoCloseable {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ResponseReader reader = new ResponseReader();
    private final ByteBuffer request = ByteBuffer.allocateDirect(4 * 1024);
    private @Nullable ExpectedResponse underWay;
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

    /** Sends a request, or as much of it as the socket takes now. */
    void send(ExpectedResponse exchange) throws IOException {
        underWay = exchange;
        reader.expect(exchange.answer());
        request.clear().put(exchange.request()).flip();
        write();
    }

    /**
     * Goes on with what the socket is ready for.
     *
     * @param received takes the bytes that are read
     * @return whether the answer is complete
     * @throws BrokenAnswer if it is none, or the server closes before its end
     */
    boolean proceed(ByteBuffer received) throws IOException {
        if (request.hasRemaining()) {
            write();
            return false;
        }
        var count = channel.read(received.clear());
        if (count < 0) {
            throw new BrokenResponse("closed before the answer was complete");
        }
        var end = received.arrayOffset() + count;
        if (reader.read(received.array(), received.arrayOffset(), end) < end) {
            throw new BrokenResponse("more bytes than the answer has");
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

    /** What was wrong with the answer that has been read; null if it is the one that must come. */
    @Nullable
    String fault() {
        if (underWay == null) {
            return "an answer to nothing";
        }
        if (reader.status() != underWay.status()) {
            return "status %d to %s".formatted(reader.status(), underWay);
        }
        return reader.bodyAsExpected() ? null : "another body than the contract's to " + underWay;
    }

    /** Whether the server closes the connection after the answer that has been read. */
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
            // it was to be closed, and nobody waits for anything on it
        }
    }
}
