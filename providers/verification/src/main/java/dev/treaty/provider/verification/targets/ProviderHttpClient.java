package dev.treaty.provider.verification.targets;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.provider.ProviderResponse;
import java.net.Socket;
import java.net.URI;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.classic.methods.HttpUriRequest;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests as pact-jvm does, with one client for all of them. The client returns every response as it is: it follows no redirect,
 * keeps no cookie, and does not retry, because a contract may be about a 503 with {@code Retry-After}.
 */
final class ProviderHttpClient {

    private static final int CONNECTIONS = 64;

    private final PactRequests requests;
    private final CloseableHttpClient client;

    ProviderHttpClient(URI provider) {
        this.requests = new PactRequests(provider);
        this.client = client(provider.getScheme().equals("https") ? null : ProviderHttpClient::refuseTls);
    }

    /** @param tls how to connect to https; null for the JDK's default */
    private static CloseableHttpClient client(@Nullable TlsSocketStrategy tls) {
        return HttpClients.custom()
                .useSystemProperties()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .setRequestExecutor(new QuickAckRequestExecutor())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.ofSeconds(30))
                        .build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .useSystemProperties()
                        .setTlsSocketStrategy(tls)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(5))
                                .build())
                        .build())
                .build();
    }

    /** Plain http never needs the JDK's certificates; loading them takes as long as a hundred interactions. */
    private static SSLSocket refuseTls(
            Socket socket, String host, int port, @Nullable Object attachment, HttpContext context) {
        throw new IllegalStateException(
                "%s:%d is an http address, and redirects are not followed".formatted(host, port));
    }

    ProviderResponse send(IRequest request) {
        return send(request, header -> {});
    }

    /** @param addHeaders adds headers that pact-jvm would join into one, with commas */
    ProviderResponse send(IRequest request, Consumer<HttpMessage> addHeaders) {
        return requests.executeRequest(client, prepared(request, addHeaders));
    }

    /** A command line that repeats a request, with variables for secrets. */
    String repeat(IRequest request) {
        return repeat(request, header -> {});
    }

    /** @param addHeaders adds headers, as in {@link #send(IRequest, Consumer)} */
    String repeat(IRequest request, Consumer<HttpMessage> addHeaders) {
        var prepared = prepared(request, addHeaders);
        var body = request.getBody();
        return CurlCommand.of(prepared, body.isPresent() ? body.valueAsString() : null);
    }

    private HttpUriRequest prepared(IRequest request, Consumer<HttpMessage> addHeaders) {
        var prepared = requests.prepareRequest(request);
        addHeaders.accept(prepared);
        return prepared;
    }
}
