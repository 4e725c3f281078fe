package dev.treaty.provider.verification.targets;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.provider.HttpClientFactory;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderResponse;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
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
 * Sends requests as pact-jvm does, with one client for all of them. The client takes every answer as it comes: it follows no
 * redirect, keeps no cookie, and asks nobody twice, although a contract may be about a 503 with {@code Retry-After}.
 */
final class ProviderHttpClient {

    private static final int CONNECTIONS = 64;

    private final String basePath;
    private final ProviderClient requests;
    private final CloseableHttpClient client;

    ProviderHttpClient(URI provider) {
        var address = new ProviderInfo();
        address.setProtocol(provider.getScheme());
        address.setHost(provider.getHost());
        address.setPort(port(provider));
        address.setPath(provider.getPath());
        this.basePath = String.valueOf(provider.getPath()).replaceAll("/+$", "");
        this.requests = new ProviderClient(address, new HttpClientFactory());
        this.client = client(provider.getScheme().equals("https") ? null : ProviderHttpClient::refuseTls);
    }

    /** @param tls how to talk to https; null for the JDK's way */
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

    /** A plain address never needs the JDK's certificates; to load them takes as long as to ask for a hundred interactions. */
    private static SSLSocket refuseTls(
            Socket socket, String host, int port, @Nullable Object attachment, HttpContext context) {
        throw new IllegalStateException("%s:%d is asked without TLS, and follows no redirect".formatted(host, port));
    }

    private static int port(URI provider) {
        if (provider.getPort() >= 0) {
            return provider.getPort();
        }
        return provider.getScheme().equals("https") ? 443 : 80;
    }

    ProviderResponse send(IRequest request) {
        return send(request, header -> {});
    }

    /** @param more adds header fields that pact-jvm would join into one, with commas */
    ProviderResponse send(IRequest request, Consumer<HttpMessage> more) {
        return requests.executeRequest(client, prepared(request, more));
    }

    /** A command line that sends a request again, with variables for secrets. */
    String repeat(IRequest request) {
        return repeat(request, header -> {});
    }

    /** @param more adds header fields, as in {@link #send(IRequest, Consumer)} */
    String repeat(IRequest request, Consumer<HttpMessage> more) {
        var prepared = prepared(request, more);
        var body = request.getBody();
        return CurlCommand.of(prepared, body.isPresent() ? body.valueAsString() : null);
    }

    private HttpUriRequest prepared(IRequest request, Consumer<HttpMessage> more) {
        var prepared = requests.prepareRequest(request);
        asRecorded(prepared, request.getPath()).ifPresent(prepared::setUri);
        more.accept(prepared);
        return prepared;
    }

    /** pact-jvm decodes the path and encodes it again: "@" becomes "%40", and "+" a space. The consumer sent it as recorded. */
    private Optional<URI> asRecorded(HttpUriRequest prepared, String path) {
        try {
            var encoded = prepared.getUri();
            var query = encoded.getRawQuery() == null ? "" : "?" + encoded.getRawQuery();
            return Optional.of(
                    new URI(encoded.getScheme() + "://" + encoded.getRawAuthority() + basePath + path + query));
        } catch (URISyntaxException e) {
            return Optional.empty(); // a contract that was written by hand, with a space or so in it
        }
    }
}
