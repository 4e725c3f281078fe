package dev.treaty.consumer.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that accepts connections and then violates HTTP. */
final class BrokenServer implements AutoCloseable {

    /** What the server does with a connection. */
    private interface Behaviour {
        void treat(Socket connection) throws IOException;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final CountDownLatch leftAlone = new CountDownLatch(1);

    private BrokenServer(Behaviour behaviour) throws IOException {
        var thread = new Thread(() -> serve(behaviour), "broken server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends nothing, however long the client waits. */
    static BrokenServer silent() throws IOException {
        return new BrokenServer(connection -> connection.getInputStream().transferTo(OutputStream.nullOutputStream()));
    }

    /** Starts its response, and stops in the middle of the body. */
    static BrokenServer endless() throws IOException {
        return new BrokenServer(connection -> connection
                .getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".getBytes(US_ASCII)));
    }

    /** Sends an endless body, for as long as the client reads. */
    static BrokenServer flooding() throws IOException {
        return new BrokenServer(connection -> {
            var output = connection.getOutputStream();
            output.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{".getBytes(US_ASCII));
            while (true) {
                output.write(new byte[8 << 10]);
            }
        });
    }

    /** Starts its response, and stops there. */
    static BrokenServer stoppingAfter(String start) throws IOException {
        return new BrokenServer(connection -> {
            connection.getOutputStream().write(start.getBytes(US_ASCII));
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        });
    }

    /** Starts its response, and sends these lines again and again, for as long as the client reads. */
    static BrokenServer repeating(String start, String lines) throws IOException {
        return new BrokenServer(connection -> {
            var output = connection.getOutputStream();
            output.write(start.getBytes(US_ASCII));
            while (true) {
                output.write(lines.getBytes(US_ASCII));
            }
        });
    }

    /** Closes the connection as soon as a request arrives. */
    static BrokenServer hangingUp() throws IOException {
        return new BrokenServer(connection -> {
            connection.getInputStream().read();
            connection.close();
        });
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** How many connections there were. */
    int connections() {
        return connections.size();
    }

    /** Whether the client closed its connection; waits a while for that. */
    boolean isLeftAlone() throws InterruptedException {
        return leftAlone.await(10, TimeUnit.SECONDS);
    }

    private void serve(Behaviour behaviour) {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                connections.add(connection);
                behaviour.treat(connection);
            } catch (IOException e) {
                // Either side has closed the connection: the behaviour under test, or the end of the test.
            } finally {
                leftAlone.countDown();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (var connection : connections) {
            connection.close();
        }
    }
}
