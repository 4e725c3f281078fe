package dev.treaty.stubs.vendor.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.http.limits.HeapExhaustion;
import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sends deliveries: to this machine only, unless another host is allowed, and without following redirects. */
public final class DeliverySender {

    /** How many bytes of a response are kept. */
    public static final int MAX_BODY = 1 << 20;

    /** Until a response begins; as Twilio, which waits longest. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    /** Until a response ends. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** A webhook that anybody may register would act on this server as somebody at this machine does. */
    private static final Pattern ADMIN_API = Pattern.compile("/__admin([/;]|$)");

    private final Set<String> allowedHosts;
    private final Executor executor;
    private final HttpClient client;

    /** @param allowedHosts names beyond this machine, e.g. {@code "app.internal"} */
    public DeliverySender(Collection<String> allowedHosts, Executor executor) {
        this.allowedHosts = allowedHosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        this.executor = executor;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(executor)
                .build();
    }

    /** Makes one attempt; what goes wrong is a result as well. */
    public CompletableFuture<DeliveryResult> send(Delivery delivery, Map<String, String> headers) {
        return CompletableFuture.completedFuture(delivery)
                .thenComposeAsync(started -> attempt(started, headers), executor)
                .exceptionally(DeliverySender::failed);
    }

    private static DeliveryResult failed(Throwable failure) {
        HeapExhaustion.report(failure);
        return DeliveryResult.failed(message(failure));
    }

    /** On a thread of its own, because it may take long to find out where a host is. */
    private CompletableFuture<DeliveryResult> attempt(Delivery delivery, Map<String, String> headers) {
        var url = delivery.url();
        var refusal = refusal(url);
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(DeliveryResult.failed(refusal.get()));
        }
        var exchange = client.sendAsync(request(delivery, url, headers), response -> firstBytes());
        return exchange.copy()
                .orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, failure) -> exchange.cancel(true))
                .thenApply(DeliverySender::result);
    }

    /** Reads all of the body, and keeps its beginning. */
    private static HttpResponse.BodySubscriber<String> firstBytes() {
        var bytes = new ByteArrayOutputStream();
        return HttpResponse.BodySubscribers.mapping(
                HttpResponse.BodySubscribers.ofByteArrayConsumer(read ->
                        read.ifPresent(some -> bytes.write(some, 0, Math.min(some.length, MAX_BODY - bytes.size())))),
                end -> bytes.toString(UTF_8));
    }

    /** Why nothing is sent to a URL. */
    private Optional<String> refusal(URI url) {
        var host = url.getHost();
        if (host == null
                || !Set.of("http", "https")
                        .contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT))) {
            return Optional.of("Not an absolute HTTP URL");
        }
        if (ADMIN_API.matcher(String.valueOf(url.getPath())).find()) {
            return Optional.of("Nothing is sent to the admin API of a stub server");
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
        var request =
                HttpRequest.newBuilder(withoutCredentials(url)).timeout(TIMEOUT).method(delivery.method(), body);
        if (!delivery.contentType().isEmpty()) {
            request.header("Content-Type", delivery.contentType());
        }
        if (url.getUserInfo() != null) {
            var credentials =
                    Base64.getEncoder().encodeToString(url.getUserInfo().getBytes(UTF_8));
            request.header("Authorization", "Basic " + credentials);
        }
        headers.forEach(request::setHeader);
        return request.build();
    }

    /** {@code http://user:password@host} is sent as {@code Authorization: Basic}, as browsers and vendors do. */
    private static URI withoutCredentials(URI url) {
        return url.getRawUserInfo() == null ? url : URI.create(url.toString().replaceFirst("//[^/@]*@", "//"));
    }

    private static DeliveryResult result(HttpResponse<String> response) {
        var headers = new TreeMap<String, List<String>>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return new DeliveryResult(response.statusCode(), headers, response.body(), "");
    }

    private static String message(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof IllegalArgumentException) {
            return "The request cannot be sent: " + cause.getMessage();
        }
        if (cause instanceof ConnectException) {
            return "Nobody accepts connections there";
        }
        if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
            return "There was no response within %d s".formatted(TIMEOUT.toSeconds());
        }
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
