package dev.treaty.provider.apigateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/** A connection that stays open, so cheap for the client that it does not disturb a measurement. */
final class LoadConnection implements AutoCloseable {

    private static final int PATIENCE = 20_000;

    private final Socket socket;
    private final InputStream input;
    private final byte[] request;

    private LoadConnection(Socket socket, byte[] request) throws IOException {
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
        this.request = request;
    }

    static LoadConnection open(URI server, String path, String token) throws IOException {
        var socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        return new LoadConnection(
                socket,
                "GET %s HTTP/1.1\r\nHost: gateway.example\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(path, token)
                        .getBytes(US_ASCII));
    }

    /** Sends the request and reads the whole response; returns its status. */
    int status() throws IOException {
        socket.getOutputStream().write(request);
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        input.skipNBytes(length);
        return status;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new IOException("the gateway closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
