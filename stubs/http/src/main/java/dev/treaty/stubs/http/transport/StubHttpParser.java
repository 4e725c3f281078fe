package dev.treaty.stubs.http.transport;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import wiremock.org.eclipse.jetty.http.HttpCompliance;
import wiremock.org.eclipse.jetty.http.HttpParser;

/** Jetty's parser, which by itself tolerates much in the framing of chunks. */
final class StubHttpParser extends HttpParser {

    private static final Set<State> CHUNKS =
            EnumSet.of(State.CHUNKED_CONTENT, State.CHUNK_SIZE, State.CHUNK_PARAMS, State.CHUNK);

    private final ChunkFraming framing = new ChunkFraming();

    StubHttpParser(RequestHandler handler, int maxHeaderBytes, HttpCompliance compliance) {
        super(handler, maxHeaderBytes, compliance);
    }

    @Override
    public void reset() {
        super.reset();
        framing.reset();
    }

    /** Passes data on at once, and what is between data byte by byte, once it is checked. */
    @Override
    protected boolean parseContent(ByteBuffer buffer) {
        if (!isChunking() || !buffer.hasRemaining()) {
            return super.parseContent(buffer);
        }
        var handled = false;
        while (!handled && buffer.hasRemaining() && CHUNKS.contains(getState())) {
            var bytes = checked(buffer);
            handled = limited(buffer, bytes, () -> super.parseContent(buffer));
        }
        return handled;
    }

    private int checked(ByteBuffer buffer) {
        var data = (int) Math.min(framing.data(), buffer.remaining());
        if (data > 0) {
            framing.skip(data);
            return data;
        }
        framing.next(buffer.get(buffer.position()));
        return 1;
    }

    @Override
    protected boolean parseFields(ByteBuffer buffer) {
        if (getState() != State.TRAILER) {
            return super.parseFields(buffer);
        }
        var handled = false;
        while (!handled && buffer.hasRemaining() && getState() == State.TRAILER) {
            framing.next(buffer.get(buffer.position()));
            handled = limited(buffer, 1, () -> super.parseFields(buffer));
        }
        return handled;
    }

    private static boolean limited(ByteBuffer buffer, int bytes, Parsing parsing) {
        var limit = buffer.limit();
        buffer.limit(buffer.position() + bytes);
        try {
            return parsing.parse();
        } finally {
            buffer.limit(limit);
        }
    }

    private interface Parsing {
        boolean parse();
    }
}
