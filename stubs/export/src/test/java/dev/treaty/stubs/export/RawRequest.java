package dev.treaty.stubs.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request byte for byte, as no well-behaved client would send it. Of HTTP/1.0, so that the response comes in one piece.
 *
 * @param headers such as {@code "Accept: text/html"}; Host and Content-Length are added
 * @param body one character for each byte
 */
record RawRequest(String method, String target, List<String> headers, String body) {

    static RawRequest get(String target, String... headers) {
        return new RawRequest("GET", target, List.of(headers), "");
    }

    /** A body in UTF-8, or none of no type. */
    static RawRequest post(String target, String contentType, String body, String... headers) {
        return post(target, contentType, body.getBytes(UTF_8), headers);
    }

    static RawRequest post(String target, String contentType, byte[] body, String... headers) {
        var all = Stream.concat(
                contentType.isEmpty() ? Stream.of() : Stream.of("Content-Type: " + contentType),
                Arrays.stream(headers));
        return new RawRequest("POST", target, all.toList(), new String(body, ISO_8859_1));
    }

    RawRequest with(String header) {
        var more = new ArrayList<>(headers);
        more.add(header);
        return new RawRequest(method, target, more, body);
    }

    RawRequest withTarget(String other) {
        return new RawRequest(method, other, headers, body);
    }

    RawRequest withHeaders(List<String> others) {
        return new RawRequest(method, target, others, body);
    }

    RawRequest withBody(String other) {
        return new RawRequest(method, target, headers, new String(other.getBytes(UTF_8), ISO_8859_1));
    }

    /**
     * An response.
     *
     * @param headers as they were sent, in that order
     * @param body one character for each byte
     */
    record Response(int status, List<String> headers, String body) {

        byte[] bytes() {
            return body.getBytes(ISO_8859_1);
        }

        boolean isAccepted() {
            return status < 300;
        }

        String text() {
            return new String(bytes(), UTF_8);
        }
    }

    Response send(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(bytes());
            socket.getOutputStream().flush();
            return response(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes() {
        var head = new StringBuilder(method + " " + target + " HTTP/1.0\r\nHost: localhost\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (!body.isEmpty()) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return head.append("\r\n").append(body).toString().getBytes(ISO_8859_1);
    }

    private static Response response(String text) {
        var end = text.indexOf("\r\n\r\n");
        var head = text.substring(0, end).lines().toList();
        return new Response(
                Integer.parseInt(head.get(0).substring(9, 12)),
                List.copyOf(head.subList(1, head.size())),
                text.substring(end + 4));
    }

    @Override
    public String toString() {
        return method + " " + target + " " + headers + " " + body;
    }
}
