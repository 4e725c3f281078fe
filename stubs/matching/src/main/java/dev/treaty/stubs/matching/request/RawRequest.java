package dev.treaty.stubs.matching.request;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request as it arrived, before anything is interpreted; only gzip has been undone. */
public final class RawRequest {

    private final boolean overTls;
    private final String method;
    private final String url;
    private final String basePath;
    private final String provider;
    private final String target;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private RawRequest(
            boolean overTls,
            String method,
            String url,
            String basePath,
            String provider,
            String target,
            Map<String, List<String>> headers,
            byte[] body) {
        this.overTls = overTls;
        this.method = method.toUpperCase(Locale.ROOT);
        this.url = url;
        this.basePath = basePath;
        this.provider = provider;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    /**
     * A request to the main port, where the first segment of the path names the provider.
     *
     * @param url path and query, encoded
     * @param headers a map that ignores the case of names
     */
    public static RawRequest atMainPort(String method, String url, Map<String, List<String>> headers, byte[] body) {
        var provider = ProviderPath.providerIn(url);
        return new RawRequest(
                false, method, url, ProviderPath.of(provider), provider, ProviderPath.targetIn(url), headers, body);
    }

    /**
     * A request to the port of a provider.
     *
     * @param target path and query, encoded
     * @param headers a map that ignores the case of names
     */
    public static RawRequest atPortOf(
            String provider, String method, String target, Map<String, List<String>> headers, byte[] body) {
        return new RawRequest(false, method, ProviderPath.of(provider) + target, "", provider, target, headers, body);
    }

    /** The same request over TLS. */
    public RawRequest overTls() {
        return new RawRequest(true, method, url, basePath, provider, target, headers, body);
    }

    /** The same request as if it had no body. */
    public RawRequest withoutBody() {
        return new RawRequest(overTls, method, url, basePath, provider, target, headers, new byte[0]);
    }

    /** Whether it came over TLS. */
    public boolean isOverTls() {
        return overTls;
    }

    /** Of the URL that the client used: {@code "https"} or {@code "http"}. */
    public String scheme() {
        return overTls ? "https" : "http";
    }

    /** In upper case, e.g. {@code "GET"}. */
    public String method() {
        return method;
    }

    /** Path and query on the main port, encoded, e.g. {@code "/stripe/v1/charges?limit=2"}. */
    public String url() {
        return url;
    }

    /** What precedes the {@link #target} in the path that the client used: {@code "/stripe"} on the main port, empty on the provider's own. */
    public String basePath() {
        return basePath;
    }

    /** The provider that the request is for, decoded, e.g. {@code "stripe"}. */
    public String provider() {
        return provider;
    }

    /** Path and query for the provider, encoded, e.g. {@code "/v1/charges?limit=2"}. */
    public String target() {
        return target;
    }

    /** Path for the provider, encoded, without the query. */
    public String path() {
        var query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** By name, ignoring case; names are spelled as they first arrived. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** All values of a header. */
    public List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** Unpacked if it was sent with gzip; not copied, because every request has one. */
    public byte[] body() {
        return body;
    }
}
