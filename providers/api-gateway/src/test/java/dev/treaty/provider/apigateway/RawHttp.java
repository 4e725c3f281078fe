package dev.treaty.provider.apigateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** One request, byte by byte: HTTP clients do not let a test send what an attacker would. */
final class RawHttp {

    private RawHttp() {}

    /** The whole answer, header and body; the request must say {@code Connection: close}. */
    static String exchange(URI server, String... lines) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
