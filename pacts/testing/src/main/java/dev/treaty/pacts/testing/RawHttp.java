package dev.treaty.pacts.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** HTTP/1.1 byte for byte: sends what a well-behaved client would not, and hides nothing of the answer. */
public final class RawHttp {

    private RawHttp() {}

    /**
     * A request; Host, Connection and Content-Length are added.
     *
     * @param headers such as {@code "Accept: text/html"}
     * @param body one character for each byte
     */
    public record Request(String method, String target, List<String> headers, String body) {

        public static Request of(String method, String target, byte[] body, String... headers) {
            return new Request(method, target, List.of(headers), new String(body, ISO_8859_1));
        }

        public static Request get(String target, String... headers) {
            return new Request("GET", target, List.of(headers), "");
        }

        public static Request post(String target, String contentType, String body, String... headers) {
            var all = new ArrayList<>(List.of(headers));
            all.add("Content-Type: " + contentType);
            return of("POST", target, body.getBytes(UTF_8), all.toArray(String[]::new));
        }

        public Request withMethod(String other) {
            return new Request(other, target, headers, body);
        }

        public Request withTarget(String other) {
            return new Request(method, other, headers, body);
        }

        public Request withHeaders(List<String> others) {
            return new Request(method, target, List.copyOf(others), body);
        }

        public Request withBody(String other) {
            return new Request(method, target, headers, other);
        }

        public byte[] bytes() {
            var head =
                    new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
            headers.forEach(header -> head.append(header).append("\r\n"));
            if (!body.isEmpty() && !headers.contains("Transfer-Encoding: chunked")) {
                head.append("Content-Length: ").append(body.length()).append("\r\n");
            }
            return head.append("\r\n").append(body).toString().getBytes(ISO_8859_1);
        }
    }

    /**
     * An answer.
     *
     * @param status 0 if the server hung up without a word
     * @param headers as they were sent, in that order
     * @param body one character for each byte
     */
    public record Response(int status, List<String> headers, String body) {

        public byte[] bytes() {
            return body.getBytes(ISO_8859_1);
        }

        public String text() {
            return new String(bytes(), UTF_8);
        }
    }

    /** Sends a request to a port of this machine and reads the response. */
    public static Response send(int port, Request request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.bytes());
            socket.getOutputStream().flush();
            return parse(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response parse(byte[] answer) {
        var text = new String(answer, ISO_8859_1);
        if (text.isEmpty()) {
            return new Response(0, List.of(), "");
        }
        if (text.startsWith("HTTP/1.1 100")) {
            return parse(text.substring(text.indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1));
        }
        var end = text.indexOf("\r\n\r\n");
        var head = text.substring(0, end).lines().toList();
        return new Response(
                Integer.parseInt(head.get(0).substring(9, 12)),
                List.copyOf(head.subList(1, head.size())),
                text.substring(end + 4));
    }
}
