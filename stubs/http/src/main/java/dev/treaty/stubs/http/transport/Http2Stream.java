package dev.treaty.stubs.http.transport;

import wiremock.org.eclipse.jetty.http.HttpVersion;
import wiremock.org.eclipse.jetty.http2.server.HttpChannelOverHTTP2;
import wiremock.org.eclipse.jetty.server.Request;

/** What is different for a request over HTTP/2, which shares its connection with others. */
public final class Http2Stream {

    private Http2Stream() {}

    /** Whether a request came over HTTP/2. */
    public static boolean carries(Request request) {
        return request.getHttpVersion() == HttpVersion.HTTP_2;
    }

    /**
     * Whether a request that does not state the length of its body may have one: the end of its stream has not come yet (RFC 9113,
     * section 8.1), or something came before it. Asked before the body is read.
     */
    public static boolean mayHaveBody(Request request) {
        return request.getHttpChannel() instanceof HttpChannelOverHTTP2 channel
                && (!channel.getHttpTransport().getStream().isRemotelyClosed()
                        || request.getHttpInput().available() > 0);
    }
}
