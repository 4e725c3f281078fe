package dev.treaty.pacts.broker.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests. What may be sent again is, when the broker cannot be reached for a moment; a request that could publish twice is only sent
 * again if it never left.
 */
final class BrokerTransport {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** A matrix over many versions takes the real broker several seconds, on a slow database more. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client;
    private final BrokerCredentials credentials;
    private final List<Duration> pauses;
    private final Consumer<String> log;

    /**
     * @param environment for proxies
     * @param pauses how long to wait before each further attempt
     * @param log gets one line for each request, without secrets
     */
    BrokerTransport(
            BrokerCredentials credentials,
            Map<String, String> environment,
            List<Duration> pauses,
            Consumer<String> log) {
        var proxies = new EnvironmentProxies(environment, ProxySelector.getDefault());
        // The client could send credentials after a redirect to another host; so redirects are reported instead of
        // followed.
        var builder = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(proxies);
        if (proxies.haveCredentials()) { // with an authenticator, the client fails at a 401 without the header that RFC
            // 9110 requires
            EnvironmentProxies.allowCredentials();
            builder.authenticator(new ProxyAuthenticator(proxies));
        }
        this.client = builder.build();
        this.credentials = credentials;
        this.pauses = List.copyOf(pauses);
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
            throw unreachable(request, "the program was interrupted", "start it again", e);
        }
    }

    private BrokerResponse sendRepeatedly(BrokerRequest request) throws InterruptedException {
        var remaining = pauses.iterator();
        while (true) {
            try {
                var response = attempt(request);
                if (!(response.isTemporary() && request.isRepeatable() && pause(remaining))) {
                    return usable(response);
                }
            } catch (IOException e) {
                log.accept("%s: %s".formatted(request.where(), e));
                if (!(isWorthAnotherAttempt(request, e) && pause(remaining))) {
                    throw unreachable(request, e);
                }
            }
        }
    }

    private BrokerResponse attempt(BrokerRequest request) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var response = client.send(httpRequest(request), BodyHandlers.ofString(UTF_8));
        log.accept("%s: %d (%d ms)"
                .formatted(request.where(), response.statusCode(), (System.nanoTime() - start) / 1_000_000));
        return new BrokerResponse(request, response.statusCode(), response.body(), location(response));
    }

    private static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private HttpRequest httpRequest(BrokerRequest request) {
        var builder = HttpRequest.newBuilder(request.uri())
                .timeout(TIMEOUT)
                .header("Accept", "application/hal+json, application/json")
                .header("User-Agent", "treaty");
        credentials.authorization().ifPresent(authorization -> builder.header("Authorization", authorization));
        if (request.body().isEmpty()) {
            return builder.method(request.method(), BodyPublishers.noBody()).build();
        }
        return builder.header("Content-Type", request.contentType())
                .method(request.method(), BodyPublishers.ofString(request.body(), UTF_8))
                .build();
    }

    private static boolean isWorthAnotherAttempt(BrokerRequest request, IOException failure) {
        var neverLeft = failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
        return neverLeft || (request.isRepeatable() && !(failure instanceof SSLException));
    }

    private static boolean pause(Iterator<Duration> remaining) throws InterruptedException {
        if (!remaining.hasNext()) {
            return false;
        }
        TimeUnit.NANOSECONDS.sleep(remaining.next().toNanos());
        return true;
    }

    /** A status that says something about the request; others say that the broker could not answer. */
    private BrokerResponse usable(BrokerResponse response) {
        var status = response.status();
        if (status >= 500 || status == 429) {
            throw unreachable(
                    response.request(),
                    "it answered: " + String.join("; ", ErrorTexts.in(response)),
                    "try again; if it persists, look into the broker's log",
                    null);
        }
        if (status == 407) {
            throw unreachable(
                    response.request(),
                    "the proxy requires credentials",
                    "write them into HTTPS_PROXY, as in http://user:password@proxy.example:3128",
                    null);
        }
        if (status >= 300 && status < 400) {
            throw unreachable(
                    response.request(),
                    "it redirects to " + response.location(),
                    "use the address that it redirects to, if you trust it",
                    null);
        }
        return response;
    }

    private static BrokerUnreachable unreachable(BrokerRequest request, IOException failure) {
        if (failure instanceof SSLException) {
            return unreachable(
                    request,
                    "its certificate is not trusted, or it does not speak TLS (%s)".formatted(failure.getMessage()),
                    "check http or https in the address; for a company's own certificates, start Java with -Djavax.net.ssl.trustStore=…",
                    failure);
        }
        return unreachable(
                request,
                "no answer (%s)".formatted(failure.getClass().getSimpleName()),
                "check the address, the network, and the proxy (HTTPS_PROXY, NO_PROXY)",
                failure);
    }

    private static BrokerUnreachable unreachable(
            BrokerRequest request, String why, String fix, @Nullable Exception cause) {
        return new BrokerUnreachable("The broker cannot be asked: %s.".formatted(why), request.where(), fix, cause);
    }

    /** Answers only proxies; the broker gets its credentials with the first request. */
    private static final class ProxyAuthenticator extends Authenticator {

        private final EnvironmentProxies proxies;

        ProxyAuthenticator(EnvironmentProxies proxies) {
            this.proxies = proxies;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY
                    ? proxies.credentialsFor(URI.create(getRequestingURL().toString()))
                            .orElse(null)
                    : null;
        }
    }
}
