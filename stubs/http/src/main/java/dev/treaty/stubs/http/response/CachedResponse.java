package dev.treaty.stubs.http.response;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import wiremock.org.eclipse.jetty.http.HttpStatus;
import wiremock.org.eclipse.jetty.server.Response;
import wiremock.org.eclipse.jetty.util.Callback;

/** A response that is ready to be written to a client. There may be one for each interaction, so it is small. */
public final class CachedResponse {

    /** Bytes that the buffers of a connection are sure to take. */
    private static final int LONG = 32 << 10;

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

    /** How many bytes the headers have, with their names and line ends. */
    int headerLength() {
        return headers.length();
    }

    /** Empty if there is none; not copied. */
    public byte[] body() {
        return body;
    }

    /** Whether it was made for one request, so that nothing else holds its body. */
    public boolean isWrittenOnce() {
        return headers.isWrittenOnce();
    }

    /** Whether it exists for one client only, who may read it slowly, or not at all. */
    public boolean waitsForClient() {
        return body.length > LONG && isWrittenOnce();
    }

    /** Writes all of it to the client; the end of a long body later, if the client does not take it at once. */
    public void write(Response response) throws IOException {
        response.setStatus(status);
        headers.addTo(response);
        CrossOrigin.addTo(response, headers());
        // a 304 must not claim to have a length (RFC 9110, section 8.6), and a response to HEAD may state one itself
        if (status != HttpStatus.NOT_MODIFIED_304 && !headers.includeLength()) {
            response.setLongContentLength(body.length);
        }
        if (body.length <= LONG || response.getHttpChannel().getRequest().isHead()) {
            response.getHttpOutput().sendContent(ByteBuffer.wrap(body));
        } else {
            writeInParts(response);
        }
    }

    /**
     * No thread waits for a client that reads slowly, or not at all. In parts, because the JDK copies whatever is to be written at once out
     * of the heap, and keeps that memory for each thread.
     */
    private void writeInParts(Response response) {
        var waiting = response.getHttpChannel().getRequest().startAsync();
        waiting.setTimeout(0); // the connection's idle timeout ends it
        response.getHttpOutput()
                .sendContent(
                        new ByteArrayInputStream(body),
                        Callback.from(waiting::complete, failure -> waiting.complete()));
    }
}
