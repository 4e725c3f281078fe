package dev.treaty.stubs.vendor.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Sends deliveries: to this machine only, unless another host is allowed, and without following redirects. */
public final class DeliverySender {

    /** How many bytes of a response are kept. */
    public static final int MAX_BODY = 1 << 20;

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Set<String> allowedHosts;
    private final HttpClient client;

    /** @param allowedHosts names beyond this machine, e.g. {@code "app.internal"} */
    public DeliverySender(Collection<String> allowedHosts, Executor executor) {
        this.allowedHosts = allowedHosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(executor)
                .build();
    }

    /** Makes one attempt; what goes wrong is a result as well. */
    public CompletableFuture<DeliveryResult> send(Delivery delivery, Map<String, String> headers) {
        try {
            var url = delivery.url();
            var refusal = refusal(url);
            if (refusal.isPresent()) {
                return CompletableFuture.completedFuture(DeliveryResult.failed(refusal.get()));
            }
            return client.sendAsync(request(delivery, url, headers), HttpResponse.BodyHandlers.ofInputStream())
                    .thenApply(DeliverySender::result)
                    .exceptionally(failure -> DeliveryResult.failed(message(failure)));
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(DeliveryResult.failed("Not a valid URL: " + e.getMessage()));
        }
    }

    /** Why nothing is sent to a URL. */
    private Optional<String> refusal(URI url) {
        var host = url.getHost();
        if (host == null
                || !Set.of("http", "https")
                        .contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT))) {
            return Optional.of("Not an absolute HTTP URL");
        }
        if (allowedHosts.contains(host.toLowerCase(Locale.ROOT)) || isLoopback(host)) {
            return Optional.empty();
        }
        return Optional.of(host + " is not this machine; allow it with --webhook-allow " + host);
    }

    private static boolean isLoopback(String host) {
        try {
            for (var address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static HttpRequest request(Delivery delivery, URI url, Map<String, String> headers) {
        var body = delivery.body().isEmpty() && delivery.contentType().isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(delivery.body().getBytes(UTF_8));
        var request = HttpRequest.newBuilder(url).timeout(TIMEOUT).method(delivery.method(), body);
        if (!delivery.contentType().isEmpty()) {
            request.header("Content-Type", delivery.contentType());
        }
        headers.forEach(request::header);
        return request.build();
    }

    private static DeliveryResult result(HttpResponse<InputStream> response) {
        var headers = new TreeMap<String, String>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        try (var body = response.body()) {
            return new DeliveryResult(response.statusCode(), headers, new String(body.readNBytes(MAX_BODY), UTF_8), "");
        } catch (IOException e) {
            return DeliveryResult.failed(message(e));
        }
    }

    private static String message(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
