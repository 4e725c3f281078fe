package dev.treaty.stubs.http.cors;

import dev.treaty.stubs.http.response.CrossOrigin;
import dev.treaty.stubs.http.response.StubResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.HttpMethod;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Which pages may use the providers from a browser (Fetch standard, section 3.3, the CORS protocol). Pages that this machine serves may by
 * default: they are what is developed against the stub server, and whoever can serve pages here can reach the server without a browser,
 * too. The admin API and the control of replays are not for pages, whatever their origin.
 */
public final class CorsPolicy {

    /** Only pages that this machine serves. */
    public static final CorsPolicy THIS_MACHINE = new CorsPolicy(true, Set.of());

    /** Any page, but without credentials unless this machine serves it. */
    public static final String ANY = "*";

    /** No page, not even of this machine. */
    public static final String NONE = "none";

    private static final String REQUEST_METHOD = "Access-Control-Request-Method";
    private static final String REQUEST_HEADERS = "Access-Control-Request-Headers";
    private static final String ALLOW_METHODS = "Access-Control-Allow-Methods";
    private static final String ALLOW_HEADERS = "Access-Control-Allow-Headers";

    /** Names that browsers never ask a name server about (RFC 6761, section 6.3), and the addresses of loopback. */
    private static final Pattern THIS_HOST = Pattern.compile("localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final boolean thisMachine;
    private final Set<String> origins;

    private CorsPolicy(boolean thisMachine, Set<String> origins) {
        this.thisMachine = thisMachine;
        this.origins = Set.copyOf(origins);
    }

    /**
     * Lets other pages in.
     *
     * @param origins e.g. {@code "https://app.example.com"}, {@link #ANY}, or {@link #NONE} alone
     * @throws IllegalArgumentException which says what is not an origin
     */
    public static CorsPolicy of(Collection<String> origins) {
        if (origins.contains(NONE) && origins.size() == 1) {
            return new CorsPolicy(false, Set.of());
        }
        for (var origin : origins) {
            if (!origin.equals(ANY) && parsed(origin) == null) {
                throw new IllegalArgumentException(
                        "\"%s\" is not an origin; write e.g. https://app.example.com, * or none".formatted(origin));
            }
        }
        return new CorsPolicy(true, Set.copyOf(origins));
    }

    /** The page that sends a request; empty if it is not a page of another origin, or may not read responses. */
    public Optional<CrossOrigin> page(Request request) {
        var origin = request.getHttpFields().get(HttpHeader.ORIGIN);
        if (origin == null) {
            return Optional.empty();
        }
        if (origins.contains(origin) || (thisMachine && isThisMachine(origin))) {
            return Optional.of(new CrossOrigin(origin, true));
        }
        return origins.contains(ANY) ? Optional.of(new CrossOrigin(ANY, false)) : Optional.empty();
    }

    private static boolean isThisMachine(String origin) {
        var parsed = parsed(origin);
        return parsed != null
                && THIS_HOST.matcher(parsed.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    /** An origin as browsers write it: scheme, host and port, nothing else (RFC 6454, section 6.1). */
    private static @Nullable URI parsed(String origin) {
        try {
            var uri = new URI(origin);
            return uri.getHost() != null
                            && uri.getRawPath().isEmpty()
                            && uri.getRawUserInfo() == null
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                    ? uri
                    : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Whether a page asks if it may send another request. */
    public static boolean isPreflight(Request request) {
        return HttpMethod.OPTIONS.is(request.getMethod())
                && request.getHttpFields().contains(HttpHeader.ORIGIN)
                && request.getHttpFields().contains(REQUEST_METHOD);
    }

    /** The answer to a page that may send the request that it asks about, whatever its method and headers. */
    public static StubResponse preflight(Request request) {
        var headers = new LinkedHashMap<String, String>();
        Stream.of(new String[] {REQUEST_METHOD, ALLOW_METHODS}, new String[] {REQUEST_HEADERS, ALLOW_HEADERS})
                .forEach(pair -> {
                    var asked = request.getHttpFields().getValuesList(pair[0]);
                    if (!asked.isEmpty()) {
                        headers.put(pair[1], String.join(", ", asked));
                    }
                });
        return StubResponse.of(204, headers, new byte[0]);
    }
}
