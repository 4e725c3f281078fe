package dev.treaty.stubs.http.transport;

import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Connector;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Gives a request over HTTP/2 the header fields that it would have over HTTP/1.1, so that contracts and replays need not know the
 * difference: {@code Host} (RFC 9113, section 8.3.1), and one {@code Cookie} where a client has split it (section 8.2.3).
 */
final class Http2Fields implements HttpConfiguration.Customizer {

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        if (!Http2Stream.carries(request)) {
            return;
        }
        var fields = HttpFields.build(request.getHttpFields());
        var authority = request.getHttpURI().getAuthority();
        if (authority != null) {
            fields.put(HttpHeader.HOST, authority);
        }
        var cookies = fields.getFields(HttpHeader.COOKIE).stream()
                .map(HttpField::getValue)
                .toList();
        if (cookies.size() > 1) {
            fields.put(HttpHeader.COOKIE, String.join("; ", cookies));
        }
        request.setHttpFields(fields.asImmutable());
    }
}
