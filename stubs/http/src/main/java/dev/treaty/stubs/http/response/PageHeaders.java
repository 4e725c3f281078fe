package dev.treaty.stubs.http.response;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.Response;

/**
 * Adds the headers of a response one by one, and says to the page that asks, if any, that it may read all of them, unless the response
 * itself says who may.
 */
public final class PageHeaders {

    private final Request request;
    private final Response response;
    private final Set<String> exposed = new LinkedHashSet<>();
    private final Set<String> own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** For the response to a request. */
    public PageHeaders(Request request) {
        this.request = request;
        response = request.getResponse();
        CrossOrigin.headers(request, exposed.stream()).forEach(response::setHeader);
    }

    /** Adds a header of the response. */
    public void add(String name, String value) {
        if (CrossOrigin.isForPages(name) && own.add(name)) {
            response.getHttpFields().remove(name); // ours
        }
        SpelledHeaders.add(response, name, value);
        exposed.add(name);
        CrossOrigin.headers(request, exposed.stream()).forEach(this::update);
    }

    private void update(String name, String value) {
        if (HttpHeader.VARY.is(name) || own.contains(name)) {
            return; // there already, maybe beside what the response itself says
        }
        if (own.contains(CrossOrigin.ALLOW_ORIGIN)) {
            response.getHttpFields().remove(name);
        } else {
            response.setHeader(name, value);
        }
    }
}
