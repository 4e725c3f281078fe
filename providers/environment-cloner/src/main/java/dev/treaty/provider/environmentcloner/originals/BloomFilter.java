package dev.treaty.provider.environmentcloner.originals;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Tells of a hash that it was not added, or that it probably was (B. Bloom, 1970); for several threads. Its bits are in a file that is mapped
 * into memory, outside of the heap.
 */
final class BloomFilter {

    private static final VarHandle WORD = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** With 20 bits for each and 7 of them set, one of 3,000 others is taken for one that was added. */
    private static final int BITS_EACH = 20;

    private static final int BITS_SET = 7;
    private static final long FEWEST_BYTES = 1 << 16;

    /** One file is mapped at once, and Java's buffers have no more. */
    private static final long MOST_BYTES = 1L << 30;

    private final ByteBuffer bits;
    private final long mask;

    private BloomFilter(ByteBuffer bits) {
        this.bits = bits;
        mask = (long) bits.capacity() * Byte.SIZE - 1;
    }

    static BloomFilter create(Path file, long expected) throws IOException {
        var wanted = Math.max(FEWEST_BYTES, Math.min(MOST_BYTES, expected * BITS_EACH / Byte.SIZE));
        var size = Long.highestOneBit(2 * wanted - 1);
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new BloomFilter(channel.map(FileChannel.MapMode.READ_WRITE, 0, size));
        }
    }

    void add(ValueHash hash) {
        for (var i = 0; i < BITS_SET; i++) {
            var bit = bit(hash, i);
            WORD.getAndBitwiseOr(bits, index(bit), 1L << bit);
        }
    }

    boolean mayContain(ValueHash hash) {
        for (var i = 0; i < BITS_SET; i++) {
            var bit = bit(hash, i);
            if (((long) WORD.getVolatile(bits, index(bit)) & (1L << bit)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Double hashing (Kirsch and Mitzenmacher, 2006). */
    private long bit(ValueHash hash, int i) {
        return (hash.high() + i * (hash.low() | 1)) & mask;
    }

    private static int index(long bit) {
        return (int) (bit >>> 6) << 3;
    }
}
