package dev.treaty.consumer.apigateway.http;

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

/** A service that accepts connections and then violates HTTP. */
public final class BrokenService implements AutoCloseable {

    /** What the service does with a connection. */
    private interface Behaviour {
        void treat(Socket connection) throws IOException;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();
    private final CountDownLatch leftAlone = new CountDownLatch(1);

    private BrokenService(Behaviour behaviour) throws IOException {
        var thread = new Thread(() -> serve(behaviour), "broken service");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends nothing, however long the client waits. */
    public static BrokenService silent() throws IOException {
        return new BrokenService(connection -> connection.getInputStream().transferTo(OutputStream.nullOutputStream()));
    }

    /** Starts its response, and stops in the middle of the body. */
    public static BrokenService endless() throws IOException {
        return new BrokenService(connection -> connection
                .getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".getBytes(US_ASCII)));
    }

    /** Sends an endless body, for as long as the client reads. */
    public static BrokenService flooding() throws IOException {
        return new BrokenService(connection -> {
            var output = connection.getOutputStream();
            output.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{".getBytes(US_ASCII));
            while (true) {
                output.write(new byte[8 << 10]);
            }
        });
    }

    /** Starts its response, and stops there. */
    public static BrokenService stoppingAfter(String start) throws IOException {
        return new BrokenService(connection -> {
            connection.getOutputStream().write(start.getBytes(US_ASCII));
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        });
    }

    /** Starts its response, and sends these lines again and again, for as long as the client reads. */
    public static BrokenService repeating(String start, String lines) throws IOException {
        return new BrokenService(connection -> {
            var output = connection.getOutputStream();
            output.write(start.getBytes(US_ASCII));
            while (true) {
                output.write(lines.getBytes(US_ASCII));
            }
        });
    }

    /** Closes the connection as soon as a request arrives. */
    public static BrokenService hangingUp() throws IOException {
        return new BrokenService(connection -> {
            connection.getInputStream().read();
            connection.close();
        });
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** How many connections there were. */
    public int connections() {
        return connections.size();
    }

    /** Whether the client closed its connection; waits a while for that. */
    public boolean isLeftAlone() throws InterruptedException {
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
