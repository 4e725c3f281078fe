package dev.treaty.provider.authservice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy that changes a service's responses, as a careless change of the service would. */
final class FaultyProxy implements AutoCloseable {

    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings");

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final Fault fault;

    /** A response on its way to the caller. */
    record Response(int status, Map<String, List<String>> headers, String body) {

        Response withStatus(int other) {
            return new Response(other, headers, body);
        }

        Response withoutHeader(String name) {
            var others = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            others.putAll(headers);
            others.remove(name);
            return new Response(status, others, body);
        }

        Response withBody(String other) {
            return new Response(status, headers, other);
        }
    }

    /** Changes the responses to requests such as {@code "POST /users"}. */
    @FunctionalInterface
    interface Fault {
        Response applied(String request, Response response);
    }

    private FaultyProxy(URI service, Fault fault) throws IOException {
        this.service = service;
        this.fault = fault;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    static FaultyProxy before(URI service, Fault fault) throws IOException {
        return new FaultyProxy(service, fault);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var changed = fault.applied(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(), forwarded(exchange));
            changed.headers()
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            var body = changed.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(changed.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Response forwarded(HttpExchange exchange) throws IOException {
        var request = HttpRequest.newBuilder(service.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isEndToEnd(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> {
                if (isEndToEnd(name)) {
                    headers.put(name, values);
                }
            });
            return new Response(response.statusCode(), headers, response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static boolean isEndToEnd(String header) {
        return !HOP_BY_HOP.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
