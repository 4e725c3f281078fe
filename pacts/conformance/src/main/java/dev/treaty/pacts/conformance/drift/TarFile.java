package dev.treaty.pacts.conformance.drift;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads one file of a package of npm, which is a compressed tar file (POSIX 1003.1, ustar). */
final class TarFile {

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE_OFFSET = 124;
    private static final int SIZE = 12;
    private static final int PREFIX_OFFSET = 345;
    private static final int PREFIX = 155;
    private static final int OCTAL = 8;

    private TarFile() {}

    /** The bytes of a file; empty if it is not there. */
    static Optional<byte[]> read(InputStream compressed, String path) throws IOException {
        try (var tar = new DataInputStream(new GZIPInputStream(compressed))) {
            var header = new byte[BLOCK];
            while (true) {
                tar.readFully(header);
                var prefix = text(header, PREFIX_OFFSET, PREFIX);
                var name = text(header, 0, NAME);
                var size = text(header, SIZE_OFFSET, SIZE).strip();
                if (name.isEmpty()) {
                    return Optional.empty();
                }
                var length = size.isEmpty() ? 0 : Integer.parseInt(size, OCTAL);
                var content = new byte[length];
                tar.readFully(content);
                if (path.equals(prefix.isEmpty() ? name : prefix + "/" + name)) {
                    return Optional.of(content);
                }
                tar.skipNBytes((BLOCK - length % BLOCK) % BLOCK);
            }
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static String text(byte[] header, int offset, int length) {
        var end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, UTF_8);
    }
}
