package dev.treaty.provider.apigateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** Sends a request byte by byte, because HTTP clients do not send what an attacker would. */
final class RawHttp {

    private RawHttp() {}

    /** The whole response with its header; the request must contain {@code Connection: close}. */
    static String exchange(URI server, String... lines) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
