package dev.treaty.provider.verification.targets;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.provider.HttpClientFactory;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.Locale;
import org.apache.hc.client5.http.classic.methods.HttpUriRequest;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.net.URIBuilder;

/**
 * pact-jvm's requests to a provider, with headers and body as its verifier sends them. URL and method are as recorded: pact-jvm decodes the
 * path and encodes it again ("@" becomes "%40", and "+" a space), sends GET for a method that it does not know, and needs Groovy for both.
 */
final class PactRequests extends ProviderClient {

    private final URI provider;
    private final String basePath;

    PactRequests(URI provider) {
        super(new ProviderInfo(), new HttpClientFactory());
        this.provider = provider;
        this.basePath = String.valueOf(provider.getPath()).replaceAll("/+$", "");
    }

    @Override
    public HttpUriRequest newRequest(IRequest request) {
        return new HttpUriRequestBase(request.getMethod().toUpperCase(Locale.ROOT), url(request));
    }

    private URI url(IRequest request) {
        var encoded = encoded(request);
        var query = encoded.getRawQuery() == null ? "" : "?" + encoded.getRawQuery();
        try {
            return new URI(
                    encoded.getScheme() + "://" + encoded.getRawAuthority() + basePath + request.getPath() + query);
        } catch (URISyntaxException e) {
            return encoded; // a contract written by hand, e.g. with a space in the path
        }
    }

    private URI encoded(IRequest request) {
        var url = new URIBuilder()
                .setScheme(provider.getScheme())
                .setHost(provider.getHost())
                .setPort(provider.getPort())
                .setPath(basePath + URLDecoder.decode(request.getPath(), UTF_8));
        request.getQuery().forEach((name, values) -> values.forEach(value -> url.addParameter(name, value)));
        try {
            return url.build();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
