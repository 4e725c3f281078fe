package dev.treaty.stubs.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Responds to each request, which must have no body, with the same pieces, each sent separately. */
final class ScriptedServer implements AutoCloseable {

    /** Instead of a piece: closes the connection. */
    static final String CLOSE = "(close)";

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> pieces;

    ScriptedServer(String... pieces) throws IOException {
        this.pieces = List.of(pieces);
        daemon(this::accept);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    private void accept() throws IOException {
        while (true) {
            var socket = listener.accept();
            socket.setTcpNoDelay(true);
            open.add(socket);
            daemon(() -> serve(socket));
        }
    }

    private void serve(Socket socket) throws IOException {
        try (socket;
                var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !respond(socket)) {
                    return;
                }
            }
        } finally {
            open.remove(socket);
        }
    }

    private boolean respond(Socket socket) throws IOException {
        for (var piece : pieces) {
            if (piece.equals(CLOSE)) {
                return false;
            }
            socket.getOutputStream().write(piece.getBytes(UTF_8));
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : open) {
            socket.close();
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void daemon(Task task) {
        var thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // closed by either side
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
