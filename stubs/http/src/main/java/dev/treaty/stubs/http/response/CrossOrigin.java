package dev.treaty.stubs.http.response;

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

    private static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";
    private static final String EXPOSE_HEADERS = "Access-Control-Expose-Headers";
    private static final String ATTRIBUTE = CrossOrigin.class.getName();

    /** Lets the page read the response to a request. */
    public void attachTo(Request request) {
        request.setAttribute(ATTRIBUTE, this);
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
        var page = of(response.getHttpChannel().getRequest());
        if (page != null && headers.keySet().stream().noneMatch(ALLOW_ORIGIN::equalsIgnoreCase)) {
            page.headers(headers.keySet().stream()).forEach(response::addHeader);
        }
    }

    /**
     * The headers that say so.
     *
     * @param exposed the names of the response's headers, all of which the page may read
     */
    public Map<String, String> headers(Stream<String> exposed) {
        var names = exposed.filter(name -> !name.startsWith("Access-Control-")).collect(Collectors.joining(", "));
        var credentials = mayHaveCredentials ? Map.of(ALLOW_CREDENTIALS, "true") : Map.<String, String>of();
        var visible = names.isEmpty() ? Map.<String, String>of() : Map.of(EXPOSE_HEADERS, names);
        return Stream.of(Map.of(ALLOW_ORIGIN, allowed, HttpHeader.VARY.asString(), "Origin"), credentials, visible)
                .flatMap(part -> part.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
