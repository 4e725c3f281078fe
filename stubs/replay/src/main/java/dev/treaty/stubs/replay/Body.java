package dev.treaty.stubs.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;

/** What a request carries. pact-jvm's mock server unpacks what says {@code Content-Encoding: gzip}, and only that. */
final class Body {

    /** The most that is read of a request, packed or unpacked, in bytes. */
    static final int MOST = 8 << 20;

    private static final Body NONE = of(new byte[0]);

    private final byte[] wire;
    private final Optional<byte[]> unpacked;

    private Body(byte[] wire, Optional<byte[]> unpacked) {
        this.wire = wire;
        this.unpacked = unpacked;
    }

    /** Whether it can be read without waiting for the client. */
    static boolean isHere(Request request) {
        return !hasOne(request)
                || Arrival.wire(request) != null
                || request.getContentLengthLong() > MOST
                || !Arrival.isUnderWay(request);
    }

    /**
     * Reads all of it.
     *
     * @return nothing if it is longer than {@link #MOST}
     * @throws IOException if the client stops in the middle
     */
    static Optional<Body> read(Request request) throws IOException {
        var isPacked = "gzip".equals(request.getHttpFields().get(HttpHeader.CONTENT_ENCODING));
        if (!hasOne(request)) {
            return Optional.of(isPacked ? ofGzip(NONE.wire) : NONE);
        }
        if (request.getContentLengthLong() > MOST) {
            return Optional.empty();
        }
        var arrived = Arrival.wire(request);
        var wire = arrived == null ? request.getHttpInput().readNBytes(MOST + 1) : arrived;
        var body = isPacked ? ofGzip(wire) : of(wire);
        return Optional.of(body).filter(Body::isShort);
    }

    private static boolean hasOne(Request request) {
        var fields = request.getHttpFields();
        return fields.contains(HttpHeader.CONTENT_LENGTH) || fields.contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** As it came. */
    byte[] wire() {
        return wire;
    }

    /** Without gzip; nothing if it says that it is packed so and is not. */
    Optional<byte[]> unpacked() {
        return unpacked;
    }

    private static Body of(byte[] wire) {
        return new Body(wire, Optional.of(wire));
    }

    private static Body ofGzip(byte[] wire) {
        try (InputStream contents = new GZIPInputStream(new ByteArrayInputStream(wire))) {
            return new Body(wire, Optional.of(contents.readNBytes(MOST + 1)));
        } catch (IOException e) {
            return new Body(wire, Optional.empty());
        }
    }

    private boolean isShort() {
        return wire.length <= MOST
                && unpacked.map(bytes -> bytes.length <= MOST).orElse(true);
    }
}
