package dev.treaty.stubs.http;

import dev.treaty.stubs.http.limits.BodyBytes;
import dev.treaty.stubs.http.limits.HeldMemory;
import dev.treaty.stubs.http.limits.MemoryBudget;
import dev.treaty.stubs.http.limits.OutOfBudget;
import dev.treaty.stubs.http.limits.ParsedSize;
import dev.treaty.stubs.http.transport.Http2Stream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;

/** The body of a request, decompressed if its {@link ContentCoding} is known. */
final class RequestBody {

    /** The limit of a body, compressed or decompressed. */
    static final int MAX_BYTES = 8 << 20;

    /**
     * The limit of a body that is refused, but read to its end: a client that is still sending when the connection ends does not see the
     * response.
     */
    static final long MOST_DISCARDED = 64 << 20;

    /** A body without bytes. */
    static final RequestBody NONE = of(new byte[0]);

    private final byte[] wire;
    private final Optional<byte[]> decompressed;

    private RequestBody(byte[] wire, Optional<byte[]> decompressed) {
        this.wire = wire;
        this.decompressed = decompressed;
    }

    /** Whether it can be read without waiting for the client, or will not be read. */
    static boolean isComplete(Request request) {
        return !isPresent(request)
                || PendingRequest.of(request) != null
                || isRefusedUnread(request)
                || !isArriving(request);
    }

    /** Whether it is too long, and not even worth discarding: a client that asked first has not sent it. */
    private static boolean isRefusedUnread(Request request) {
        var length = request.getContentLengthLong();
        return length > MAX_BYTES
                && (length > MOST_DISCARDED || request.getHttpChannel().isExpecting100Continue());
    }

    /** Whether a part of the body may still be on its way. */
    private static boolean isArriving(Request request) {
        var length = request.getContentLengthLong();
        return length < 0
                || request.getHttpFields().contains(HttpHeader.TRANSFER_ENCODING)
                || length > request.getHttpInput().available();
    }

    /**
     * Reads all of it.
     *
     * @param budget for what it and its parsed form take
     * @return empty if it is longer than {@link #MAX_BYTES}
     * @throws IOException if the client stops in the middle
     * @throws OutOfBudget if requests hold too much memory
     */
    static Optional<RequestBody> read(Request request, MemoryBudget budget) throws IOException {
        var coding = ContentCoding.of(request.getHttpFields().get(HttpHeader.CONTENT_ENCODING));
        if (!isPresent(request)) {
            return Optional.of(coding == ContentCoding.GZIP ? new RequestBody(NONE.wire, Optional.empty()) : NONE);
        }
        if (request.getContentLengthLong() > MAX_BYTES) {
            return Optional.empty();
        }
        var wire = wire(request);
        var body = coding == ContentCoding.NONE ? of(wire) : of(coding, wire, HeldMemory.of(request, budget));
        body.reserve(request, budget);
        return Optional.of(body).filter(RequestBody::isShort);
    }

    private static byte[] wire(Request request) throws IOException {
        var pending = PendingRequest.of(request);
        if (pending != null) {
            return pending.wire();
        }
        var length = request.getContentLengthLong(); // which spares a buffer that is larger than nearly every body
        return request.getInputStream().readNBytes(length < 0 ? MAX_BYTES + 1 : (int) length);
    }

    private static boolean isPresent(Request request) {
        var length = request.getContentLengthLong();
        return length > 0
                || request.getHttpFields().contains(HttpHeader.TRANSFER_ENCODING)
                || (length < 0 && Http2Stream.carries(request) && isPresentWithoutLength(request));
    }

    private static boolean isPresentWithoutLength(Request request) {
        var pending = PendingRequest.of(request);
        return pending == null ? Http2Stream.mayHaveBody(request) : pending.wire().length > 0;
    }

    /** As it arrived. */
    byte[] wire() {
        return wire;
    }

    /** Empty if it is not compressed as the request claims. */
    Optional<byte[]> decompressed() {
        return decompressed;
    }

    private static RequestBody of(byte[] wire) {
        return new RequestBody(wire, Optional.of(wire));
    }

    private static RequestBody of(ContentCoding coding, byte[] wire, HeldMemory memory) throws IOException {
        var unpacked = unpacked(coding, wire, new BodyBytes(memory, wire.length));
        return new RequestBody(wire, Optional.ofNullable(unpacked == null ? coding.otherwise(wire) : unpacked));
    }

    private static byte @Nullable [] unpacked(ContentCoding coding, byte[] wire, BodyBytes contents) {
        try (var unpacked = coding.unpack(wire)) {
            while (contents.size() <= MAX_BYTES && contents.readFrom(unpacked) >= 0) {}
            return contents.toArray();
        } catch (IOException | StackOverflowError e) { // the JDK nests a call for each member that is empty
            contents.discard();
            return null;
        }
    }

    /** Sets aside what it takes to compare it. */
    private void reserve(Request request, MemoryBudget budget) {
        var text = decompressed.orElse(wire);
        if (text.length > ParsedSize.NEGLIGIBLE && isShort()) {
            var type = request.getHttpFields().get(HttpHeader.CONTENT_TYPE);
            HeldMemory.of(request, budget)
                    .hold((long) wire.length + text.length + ParsedSize.of(text, type == null ? "" : type));
        }
    }

    private boolean isShort() {
        return wire.length <= MAX_BYTES
                && decompressed.map(bytes -> bytes.length <= MAX_BYTES).orElse(true);
    }
}
