package dev.treaty.provider.environmentcloner.pseudonyms;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;

/** The bits of a hash, from which a pseudonym is made. */
final class HashBits {

    /** RFC 4648, section 6, in lower case. */
    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

    private static final int BITS_OF_CHARACTER = 5;

    private final byte[] bytes;
    private final SplittableRandom random;

    HashBits(byte[] bytes) {
        this.bytes = bytes.clone();
        random = new SplittableRandom(ByteBuffer.wrap(bytes).getLong(bytes.length - Long.BYTES));
    }

    /** The first bits in Base32, 5 to a character. */
    String base32(int characters) {
        var text = new StringBuilder(characters);
        for (var i = 0; i < characters; i++) {
            text.append(BASE32[bits(i * BITS_OF_CHARACTER)]);
        }
        return text.toString();
    }

    private int bits(int from) {
        var index = from / Byte.SIZE;
        var two = ((bytes[index] & 0xff) << Byte.SIZE) | (bytes[index + 1] & 0xff);
        return (two >> (2 * Byte.SIZE - BITS_OF_CHARACTER - from % Byte.SIZE)) & (BASE32.length - 1);
    }

    /** The next number, 0 or more and less than the bound; the same sequence for the same hash. */
    int next(int bound) {
        return random.nextInt(bound);
    }

    /** One of them, chosen by the next number. */
    String next(List<String> choices) {
        return choices.get(next(choices.size()));
    }
}
