package dev.treaty.stubs.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;

/** The body of a request. Like pact-jvm's mock server, it decompresses what says {@code Content-Encoding: gzip}, and only that. */
final class RequestBody {

    /** The limit of a body, compressed or decompressed. */
    static final int MAX_BYTES = 8 << 20;

    /** A body without bytes. */
    static final RequestBody NONE = of(new byte[0]);

    private final byte[] wire;
    private final Optional<byte[]> decompressed;

    private RequestBody(byte[] wire, Optional<byte[]> decompressed) {
        this.wire = wire;
        this.decompressed = decompressed;
    }

    /** Whether it can be read without waiting for the client. */
    static boolean isComplete(Request request) {
        return !isPresent(request)
                || PendingRequest.of(request) != null
                || request.getContentLengthLong() > MAX_BYTES
                || !isArriving(request);
    }

    /** Whether a part of the body may still be on its way. */
    private static boolean isArriving(Request request) {
        return request.getHttpFields().contains(HttpHeader.TRANSFER_ENCODING)
                || request.getContentLengthLong() > request.getHttpInput().available();
    }

    /**
     * Reads all of it.
     *
     * @return empty if it is longer than {@link #MAX_BYTES}
     * @throws IOException if the client stops in the middle
     */
    static Optional<RequestBody> read(Request request) throws IOException {
        var isGzip = "gzip".equals(request.getHttpFields().get(HttpHeader.CONTENT_ENCODING));
        if (!isPresent(request)) {
            return Optional.of(isGzip ? ofGzip(NONE.wire) : NONE);
        }
        if (request.getContentLengthLong() > MAX_BYTES) {
            return Optional.empty();
        }
        var pending = PendingRequest.of(request);
        var wire = pending == null ? request.getHttpInput().readNBytes(MAX_BYTES + 1) : pending.wire();
        var body = isGzip ? ofGzip(wire) : of(wire);
        return Optional.of(body).filter(RequestBody::isShort);
    }

    private static boolean isPresent(Request request) {
        var fields = request.getHttpFields();
        return fields.contains(HttpHeader.CONTENT_LENGTH) || fields.contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** As it arrived. */
    byte[] wire() {
        return wire;
    }

    /** Without gzip; empty if the request claims gzip and the body is not. */
    Optional<byte[]> decompressed() {
        return decompressed;
    }

    private static RequestBody of(byte[] wire) {
        return new RequestBody(wire, Optional.of(wire));
    }

    private static RequestBody ofGzip(byte[] wire) {
        try (InputStream contents = new GZIPInputStream(new ByteArrayInputStream(wire))) {
            return new RequestBody(wire, Optional.of(contents.readNBytes(MAX_BYTES + 1)));
        } catch (IOException e) {
            return new RequestBody(wire, Optional.empty());
        }
    }

    private boolean isShort() {
        return wire.length <= MAX_BYTES
                && decompressed.map(bytes -> bytes.length <= MAX_BYTES).orElse(true);
    }
}
