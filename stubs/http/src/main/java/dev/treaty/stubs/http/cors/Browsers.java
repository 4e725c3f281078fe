package dev.treaty.stubs.http.cors;

import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;

/** Clients with a cache that pages share. */
final class Browsers {

    private static final String FETCH_MODE = "Sec-Fetch-Mode";

    private Browsers() {}

    /** Whether a browser sent the request: it says so itself (Fetch Metadata), or, to another host without TLS, in its name. */
    static boolean include(Request request) {
        var fields = request.getHttpFields();
        var name = fields.get(HttpHeader.USER_AGENT);
        return fields.contains(FETCH_MODE) || (name != null && name.startsWith("Mozilla/"));
    }
}
