package dev.treaty.provider.verification;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.provider.HttpClientFactory;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderResponse;
import java.net.URI;
import java.util.function.Consumer;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpMessage;

/** Sends requests as pact-jvm does, with one client for all of them. */
final class HttpExchange {

    private final ProviderClient requests;
    private final CloseableHttpClient client;

    HttpExchange(URI provider) {
        var address = new ProviderInfo();
        address.setProtocol(provider.getScheme());
        address.setHost(provider.getHost());
        address.setPort(port(provider));
        address.setPath(provider.getPath());
        this.requests = new ProviderClient(address, new HttpClientFactory());
        this.client = requests.getHttpClient();
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
        var prepared = requests.prepareRequest(request);
        more.accept(prepared);
        return requests.executeRequest(client, prepared);
    }
}
