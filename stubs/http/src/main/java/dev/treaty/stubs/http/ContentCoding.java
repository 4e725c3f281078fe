package dev.treaty.stubs.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.DeflaterInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * How a request's body is compressed (RFC 9110, section 8.4.1). pact-jvm knows only {@code gzip} in small letters, and compresses {@code deflate}
 * again. What is not compressed as it claims is left to pact-jvm's verdict.
 */
enum ContentCoding {
    NONE {
        @Override
        InputStream unpack(byte[] packed) {
            return new ByteArrayInputStream(packed);
        }
    },
    GZIP {
        @Override
        InputStream unpack(byte[] packed) throws IOException {
            return new GZIPInputStream(new ByteArrayInputStream(packed));
        }

        /** pact-jvm's mock server fails. */
        @Override
        byte @Nullable [] otherwise(byte[] wire) {
            return null;
        }
    },
    GZIP_BY_ANOTHER_NAME {
        @Override
        InputStream unpack(byte[] packed) throws IOException {
            return GZIP.unpack(packed);
        }
    },
    DEFLATE {
        /** With the header of zlib, as the RFC says, or without it, as some clients understood it (section 8.4.1.2). */
        @Override
        InputStream unpack(byte[] packed) {
            var hasHeader = packed.length > 0 && (packed[0] & METHOD) == ZLIB;
            return new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(!hasHeader)) {
                @Override
                public void close() throws IOException {
                    super.close();
                    inf.end(); // which holds memory outside of the heap
                }
            };
        }

        /** As pact-jvm does, so that it is the body of no contract. */
        @Override
        byte[] otherwise(byte[] wire) throws IOException {
            try (var packed = new DeflaterInputStream(new ByteArrayInputStream(wire))) {
                return packed.readAllBytes();
            }
        }
    };

    private static final int METHOD = 0x0f;
    private static final int ZLIB = 8;

    /** @param header the value of Content-Encoding; null if there is none */
    static ContentCoding of(@Nullable String header) {
        if (header == null) {
            return NONE;
        }
        return switch (header.strip().toLowerCase(Locale.ROOT)) {
            case "gzip" -> header.equals("gzip") ? GZIP : GZIP_BY_ANOTHER_NAME;
            case "x-gzip" -> GZIP_BY_ANOTHER_NAME;
            case "deflate" -> DEFLATE;
            default -> NONE;
        };
    }

    /** @throws IOException if it is not compressed in this way */
    abstract InputStream unpack(byte[] packed) throws IOException;

    /** What stands for a body that is not compressed in this way; null if no contract can be compared with it. */
    byte @Nullable [] otherwise(byte[] wire) throws IOException {
        return wire;
    }
}
