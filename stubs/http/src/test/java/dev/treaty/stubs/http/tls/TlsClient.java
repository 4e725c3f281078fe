package dev.treaty.stubs.http.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.http.ReplayServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A client that trusts a server's certificate, and no other. */
public record TlsClient(HttpClient http, Version version, URI url) {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** A client of this address, which has no slash at the end. */
    public static TlsClient of(ReplayServer server, Version version, URI url) {
        var http = HttpClient.newBuilder()
                .sslContext(server.certificate().orElseThrow().clientContext())
                .version(version)
                .connectTimeout(TIMEOUT)
                .build();
        return new TlsClient(http, version, url);
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString(UTF_8));
    }

    public CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString(UTF_8));
    }

    public HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
        return headers.length == 0 ? request : request.headers(headers);
    }
}
