package dev.treaty.stubs.http.response;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.Response;

/**
 * A page of another origin that may read the response to its request (Fetch standard, section 3.3). Attached to the request, so that every
 * response to it says so.
 *
 * @param allowed the value of {@code Access-Control-Allow-Origin}
 * @param mayHaveCredentials whether the page's cookies and certificates may be sent along, and its response still be read
 */
public record CrossOrigin(String allowed, boolean mayHaveCredentials) {

    /** The header that decides; a contract that has it speaks for itself. */
    public static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private static final String PREFIX = "Access-Control-";
    private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";
    private static final String EXPOSE_HEADERS = "Access-Control-Expose-Headers";
    private static final String VARY = HttpHeader.VARY.asString();
    private static final String ORIGIN = "Origin";
    private static final String ATTRIBUTE = CrossOrigin.class.getName();

    /** Attached instead where no page may read the response, but one of another origin might. */
    private static final Object REFUSAL = new Object();

    /** Whether a header says to pages what they may do. */
    static boolean isForPages(String name) {
        return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** Lets the page read the response to a request. */
    public void attachTo(Request request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * Lets no page read the response, and says to caches that another page might: otherwise a browser that keeps the response would refuse
     * it to a page that may read it.
     */
    public static void attachRefusalTo(Request request) {
        request.setAttribute(ATTRIBUTE, REFUSAL);
    }

    /** Does not let any page read the response. */
    public static void detachFrom(Request request) {
        request.removeAttribute(ATTRIBUTE);
    }

    /** The page that may read the response; null if none asks. */
    public static @Nullable CrossOrigin of(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof CrossOrigin page ? page : null;
    }

    /** The same for a response whose headers are known. */
    static void addTo(Response response, Map<String, List<String>> headers) {
        var request = response.getHttpChannel().getRequest();
        if (request.getAttribute(ATTRIBUTE) != null
                && headers.keySet().stream().noneMatch(ALLOW_ORIGIN::equalsIgnoreCase)) {
            headers(request, headers.keySet().stream()).forEach(response::addHeader);
        }
    }

    /**
     * What the response to a request says to pages and to caches; nothing if there are none.
     *
     * @param exposed the names of the response's headers, all of which the page may read
     */
    public static Map<String, String> headers(Request request, Stream<String> exposed) {
        var page = of(request);
        if (page != null) {
            return page.headers(exposed);
        }
        return request.getAttribute(ATTRIBUTE) == REFUSAL ? Map.of(VARY, ORIGIN) : Map.of();
    }

    private Map<String, String> headers(Stream<String> exposed) {
        var headers = new LinkedHashMap<>(Map.of(ALLOW_ORIGIN, allowed, VARY, ORIGIN));
        if (mayHaveCredentials) {
            headers.put(ALLOW_CREDENTIALS, "true");
        }
        var names = exposed.filter(name -> !isForPages(name)).distinct().collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            headers.put(EXPOSE_HEADERS, names);
        }
        return headers;
    }
}
