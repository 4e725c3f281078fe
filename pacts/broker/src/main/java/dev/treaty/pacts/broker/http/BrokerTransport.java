package dev.treaty.pacts.broker.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests. What may be sent again is, when the broker cannot be reached for a moment; a request that could publish twice is only sent
 * again if it never left.
 */
final class BrokerTransport {

    private final HttpClient client;
    private final EnvironmentProxies proxies;
    private final BrokerCredentials credentials;
    private final List<Duration> pauses;
    private final Duration longestAnswer;
    private final Consumer<String> log;

    /**
     * @param environment for proxies
     * @param certificates what is trusted; empty for what Java trusts
     * @param pauses how long to wait before each further attempt
     * @param longestAnswer how long it may take from a request to the last byte of its answer
     * @param log gets one line for each request, without secrets
     */
    BrokerTransport(
            BrokerCredentials credentials,
            Map<String, String> environment,
            Optional<SSLContext> certificates,
            List<Duration> pauses,
            Duration longestAnswer,
            Consumer<String> log) {
        var proxies = new EnvironmentProxies(environment, ProxySelector.getDefault());
        if (proxies.haveCredentials()) {
            EnvironmentProxies.allowCredentials();
        }
        // The client could send credentials after a redirect to another host; so redirects are reported instead of
        // followed.
        var builder = HttpClient.newBuilder()
                .connectTimeout(BrokerRequest.CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(proxies);
        certificates.ifPresent(builder::sslContext);
        this.client = builder.build();
        this.proxies = proxies;
        this.credentials = credentials;
        this.pauses = List.copyOf(pauses);
        this.longestAnswer = longestAnswer;
        this.log = log;
    }

    /**
     * Sends a request, several times if need be.
     *
     * @return what the broker answered, with any status below 500
     * @throws BrokerUnreachable if there is no such answer
     */
    BrokerResponse send(BrokerRequest request) {
        try {
            return sendRepeatedly(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BrokerUnreachable.because("the program was interrupted", request.where(), "start it again", e);
        }
    }

    private BrokerResponse sendRepeatedly(BrokerRequest request) throws InterruptedException {
        var remaining = pauses.iterator();
        while (true) {
            try {
                var response = attempt(request);
                if (!(response.isTemporary() && request.isRepeatable() && pause(remaining, response.pause()))) {
                    return usable(response);
                }
            } catch (IOException e) {
                log.accept("%s: %s".formatted(request.where(), e));
                if (!(isWorthAnotherAttempt(request, e) && pause(remaining, Duration.ZERO))) {
                    throw BrokerUnreachable.because(e, request);
                }
            }
        }
    }

    private BrokerResponse attempt(BrokerRequest request) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var response = receive(request);
        log.accept("%s: %d (%d ms)"
                .formatted(request.where(), response.statusCode(), (System.nanoTime() - start) / 1_000_000));
        return credentials.hiddenIn(BrokerResponse.of(request, response));
    }

    /** The time-out of the request ends with the header of the answer; its body could take for ever, or be without end. */
    private HttpResponse<byte @Nullable []> receive(BrokerRequest request) throws IOException, InterruptedException {
        var answer = client.<byte @Nullable []>sendAsync(
                httpRequest(request), header -> new LimitedBody(BrokerRequest.LARGEST_ANSWER));
        try {
            return answer.get(longestAnswer.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw UnusableBody.tooSlow(longestAnswer);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private HttpRequest httpRequest(BrokerRequest request) {
        var builder = HttpRequest.newBuilder(request.uri())
                .timeout(BrokerRequest.TIMEOUT)
                .header("Accept", "application/hal+json, application/json")
                .header("User-Agent", "treaty");
        credentials.authorization().ifPresent(authorization -> builder.header("Authorization", authorization));
        proxies.authorizationFor(request.uri()).ifPresent(value -> builder.header("Proxy-Authorization", value));
        if (request.body().isEmpty()) {
            return builder.method(request.method(), BodyPublishers.noBody()).build();
        }
        return builder.header("Content-Type", request.contentType())
                .method(request.method(), BodyPublishers.ofString(request.body(), UTF_8))
                .build();
    }

    private static boolean isWorthAnotherAttempt(BrokerRequest request, IOException failure) {
        var neverLeft = failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
        var isLasting = failure instanceof SSLException || failure instanceof UnusableBody;
        return neverLeft || (request.isRepeatable() && !isLasting);
    }

    /** @param asked how long the broker asks to wait at least */
    private static boolean pause(Iterator<Duration> remaining, Duration asked) throws InterruptedException {
        if (!remaining.hasNext()) {
            return false;
        }
        TimeUnit.NANOSECONDS.sleep(Math.max(remaining.next().toNanos(), asked.toNanos()));
        return true;
    }

    /** A status that says something about the request; others say that the broker could not answer. */
    private static BrokerResponse usable(BrokerResponse response) {
        var status = response.status();
        if (status < 300 || (status >= 400 && status < 500 && status != 407 && status != 429)) {
            return response;
        }
        throw BrokerUnreachable.because(response);
    }
}
