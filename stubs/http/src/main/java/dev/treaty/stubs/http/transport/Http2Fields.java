package dev.treaty.stubs.http.transport;

import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.HttpStatus;
import wiremock.org.eclipse.jetty.server.Connector;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Gives a request over HTTP/2 the header fields that it would have over HTTP/1.1, so that contracts and replays need not know the
 * difference: {@code Host} (RFC 9113, section 8.3.1), and one {@code Cookie} where a client has split it (section 8.2.3).
 */
final class Http2Fields implements HttpConfiguration.Customizer {

    /** A colon, a space, and the end of the line. */
    private static final int SEPARATORS = 4;

    private final int longestHeader;

    /** @param longestHeader of a request, in bytes as HTTP/1.1 would write it; longer ones are refused */
    Http2Fields(int longestHeader) {
        this.longestHeader = longestHeader;
    }

    @Override
    public void customize(Connector connector, HttpConfiguration configuration, Request request) {
        if (length(request) > longestHeader) {
            throw new BadMessageException(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431);
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

    private static int length(Request request) {
        var length = request.getHttpURI().toString().length();
        for (var field : request.getHttpFields()) {
            length +=
                    field.getName().length() + String.valueOf(field.getValue()).length() + SEPARATORS;
        }
        return length;
    }
}
