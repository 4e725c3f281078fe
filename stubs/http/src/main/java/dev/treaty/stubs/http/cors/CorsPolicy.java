package dev.treaty.stubs.http.cors;

import dev.treaty.stubs.http.response.CrossOrigin;
import dev.treaty.stubs.http.response.StubResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    public static final CorsPolicy THIS_MACHINE = new CorsPolicy(true, false, Set.of());

    /** Any page, but without credentials unless this machine serves it. */
    public static final String ANY = "*";

    /** No page, not even of this machine. */
    public static final String NONE = "none";

    private static final String REQUEST_METHOD = "Access-Control-Request-Method";
    private static final String REQUEST_HEADERS = "Access-Control-Request-Headers";
    private static final String REQUEST_PRIVATE_NETWORK = "Access-Control-Request-Private-Network";
    private static final String ALLOW_METHODS = "Access-Control-Allow-Methods";
    private static final String ALLOW_HEADERS = "Access-Control-Allow-Headers";
    private static final String ALLOW_PRIVATE_NETWORK = "Access-Control-Allow-Private-Network";

    private final boolean thisMachine;
    private final boolean any;
    private final Set<Origin> origins;

    private CorsPolicy(boolean thisMachine, boolean any, Set<Origin> origins) {
        this.thisMachine = thisMachine;
        this.any = any;
        this.origins = Set.copyOf(origins);
    }

    /**
     * Lets other pages in.
     *
     * @param origins e.g. {@code "https://app.example.com"}, {@link #ANY}, or {@link #NONE} alone
     * @throws IllegalArgumentException which says what is not an origin
     */
    public static CorsPolicy of(Collection<String> origins) {
        if (origins.contains(NONE)) {
            return none(origins);
        }
        var others = origins.stream()
                .filter(origin -> !origin.equals(ANY))
                .map(CorsPolicy::required)
                .collect(Collectors.toSet());
        return new CorsPolicy(true, origins.contains(ANY), others);
    }

    private static CorsPolicy none(Collection<String> origins) {
        if (origins.stream().anyMatch(origin -> !origin.equals(NONE))) {
            throw new IllegalArgumentException("none lets no page in, so it cannot be combined with other origins");
        }
        return new CorsPolicy(false, false, Set.of());
    }

    private static Origin required(String text) {
        return Origin.of(text)
                .orElseThrow(() -> new IllegalArgumentException(Origin.beginningOf(text)
                        .map(origin -> "\"%s\" is more than an origin; write %s".formatted(text, origin))
                        .orElse("\"%s\" is not an origin; write e.g. https://app.example.com, * or none"
                                .formatted(text))));
    }

    /** Attaches to a request what its response has to say to pages, if anything. */
    public void attachTo(Request request) {
        var origin = request.getHttpFields().get(HttpHeader.ORIGIN);
        if (dependsOnOrigin() && (origin != null || Browsers.include(request))) {
            CrossOrigin.attachRefusalTo(request);
        }
        if (origin != null) {
            page(origin).ifPresent(page -> page.attachTo(request));
        }
    }

    /** Otherwise a response for one page is the response for any, and a cache may keep it so (Fetch standard, section 3.3.5). */
    private boolean dependsOnOrigin() {
        return thisMachine || !origins.isEmpty();
    }

    private Optional<CrossOrigin> page(String text) {
        var origin = Origin.of(text);
        return origin.filter(known -> origins.contains(known) || (thisMachine && known.isThisMachine()))
                .map(known -> new CrossOrigin(text, true))
                .or(() -> any ? Optional.of(new CrossOrigin(ANY, false)) : Optional.empty());
    }

    /** Whether a page asks if it may send another request. */
    public static boolean isPreflight(Request request) {
        return HttpMethod.OPTIONS.is(request.getMethod())
                && request.getHttpFields().contains(HttpHeader.ORIGIN)
                && request.getHttpFields().contains(REQUEST_METHOD);
    }

    /**
     * The answer to a page that may send the request that it asks about, whatever its method and headers, also from a public address to
     * this server's private one (Private Network Access, section 3.1).
     */
    public static StubResponse preflight(Request request) {
        var headers = new LinkedHashMap<String, String>();
        Stream.of(new String[] {REQUEST_METHOD, ALLOW_METHODS}, new String[] {REQUEST_HEADERS, ALLOW_HEADERS})
                .forEach(pair -> {
                    var asked = request.getHttpFields().getValuesList(pair[0]);
                    if (!asked.isEmpty()) {
                        headers.put(pair[1], String.join(", ", asked));
                    }
                });
        if ("true".equals(request.getHttpFields().get(REQUEST_PRIVATE_NETWORK))) {
            headers.put(ALLOW_PRIVATE_NETWORK, "true");
        }
        return StubResponse.of(204, headers, new byte[0]);
    }
}
