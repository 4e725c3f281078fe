package dev.treaty.provider.service.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A network that can be made to lose whatever is sent, while its connections stay open. */
final class SilentProxy implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final int target;
    private volatile boolean silent;

    private SilentProxy(int target) throws IOException {
        this.target = target;
        threads.execute(this::accept);
    }

    /** @param port of this machine */
    static SilentProxy to(int port) throws IOException {
        return new SilentProxy(port);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** From now on, nothing arrives. */
    void fallSilent() {
        silent = true;
    }

    private void accept() {
        try {
            while (true) {
                var client = listening.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(client);
                sockets.add(server);
                threads.execute(() -> copy(client, server));
                threads.execute(() -> copy(server, client));
            }
        } catch (IOException e) {
            threads.shutdown(); // closed
        }
    }

    private void copy(Socket from, Socket to) {
        try {
            var buffer = new byte[8_192];
            for (var count = from.getInputStream().read(buffer);
                    count >= 0;
                    count = from.getInputStream().read(buffer)) {
                if (!silent) {
                    to.getOutputStream().write(buffer, 0, count);
                }
            }
            to.close();
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        sockets.forEach(SilentProxy::close);
    }
}
