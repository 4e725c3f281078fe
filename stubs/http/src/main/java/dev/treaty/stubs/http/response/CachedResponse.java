package dev.treaty.stubs.http.response;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import wiremock.org.eclipse.jetty.http.HttpStatus;
import wiremock.org.eclipse.jetty.server.Response;

/** A response that is ready to be written to a client. There may be one for each interaction, so it is small. */
public final class CachedResponse {

    private final int status;
    private final CachedHeaders headers;
    private final byte[] body;

    CachedResponse(int status, CachedHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** A response that is written once. */
    public static CachedResponse of(StubResponse response) {
        return new CachedResponse(response.status(), CachedHeaders.ofOne(response.headers()), response.body());
    }

    /** E.g. 200. */
    public int status() {
        return status;
    }

    /** By name, in the order in which they are written. */
    public Map<String, List<String>> headers() {
        return headers.headers();
    }

    /** Empty if there is none; not copied. */
    public byte[] body() {
        return body;
    }

    /** Writes all of it to the client. */
    public void write(Response response) throws IOException {
        response.setStatus(status);
        headers.addTo(response);
        // a 304 must not claim to have a length (RFC 9110, section 8.6), and a response to HEAD may state one itself
        if (status != HttpStatus.NOT_MODIFIED_304 && !headers.includeLength()) {
            response.setLongContentLength(body.length);
        }
        response.getHttpOutput().sendContent(ByteBuffer.wrap(body));
    }
}
