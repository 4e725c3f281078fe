package dev.treaty.stubs.http.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wiremock.org.eclipse.jetty.io.Connection;
import wiremock.org.eclipse.jetty.io.NullByteBufferPool;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.Server;
import wiremock.org.eclipse.jetty.server.ServerConnector;

/** A Jetty that has no buffers to read requests. */
class StubConnectionFactoryTest {

    private final List<OutOfMemoryError> told = new CopyOnWriteArrayList<>();
    private final List<Connection> closed = new CopyOnWriteArrayList<>();
    private final Server server = new Server();
    private final FailingPool buffers = new FailingPool();
    private final ServerConnector connector =
            new ServerConnector(server, null, null, buffers, 1, 1, new StubConnectionFactory(new HttpConfiguration()));

    @BeforeEach
    void start() throws Exception {
        connector.addBean(new Connection.Listener() {
            @Override
            public void onOpened(Connection connection) {}

            @Override
            public void onClosed(Connection connection) {
                closed.add(connection);
            }
        });
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.addConnector(connector);
        server.addBean(new ServerListener() {
            @Override
            public void stopped() {}

            @Override
            public void outOfMemory(OutOfMemoryError failure) {
                told.add(failure);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void the_server_learns_that_there_is_no_memory_to_read_a_request() throws IOException {
        var failure = new OutOfMemoryError("as the test wants it");

        send(failure);

        assertThat(told).containsExactly(failure);
    }

    @Test
    void other_failures_to_read_a_request_end_only_the_connection() throws IOException {
        send(new StackOverflowError("as the test wants it"));

        assertThat(told).isEmpty();
    }

    /** Sends a request, which cannot be read, and waits until the connection is closed. */
    private void send(Error failure) throws IOException {
        buffers.failure = failure;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            await().until(() -> !closed.isEmpty());
        }
    }

    /** A pool of buffers that has none, as soon as it is told why. */
    private static final class FailingPool extends NullByteBufferPool {

        private volatile @Nullable Error failure;

        @Override
        public ByteBuffer acquire(int size, boolean direct) {
            if (failure != null) {
                throw failure;
            }
            return super.acquire(size, direct);
        }
    }
}
