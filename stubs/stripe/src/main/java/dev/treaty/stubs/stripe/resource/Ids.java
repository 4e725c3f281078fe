package dev.treaty.stubs.stripe.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.SecureRandom;

/** New ids and secrets, which nobody can guess, as Stripe's. */
public final class Ids {

    private static final byte[] ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".getBytes(ISO_8859_1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final ThreadLocal<UnusedBytes> UNUSED = ThreadLocal.withInitial(UnusedBytes::new);

    private Ids() {}

    /** A new id of an object. */
    public static String next(ResourceKind kind) {
        return kind.prefix() + random(kind.idLength());
    }

    /** Letters and digits. */
    public static String random(int length) {
        var unused = UNUSED.get();
        var text = new byte[length];
        for (var i = 0; i < length; i++) {
            text[i] = ALPHABET[Byte.toUnsignedInt(unused.next()) % ALPHABET.length];
        }
        return new String(text, ISO_8859_1);
    }

    /** Random bytes that no id has used yet; many at once, because each call of the generator is expensive. */
    private static final class UnusedBytes {

        private final byte[] bytes = new byte[1_024];
        private int next = bytes.length;

        byte next() {
            if (next == bytes.length) {
                RANDOM.nextBytes(bytes);
                next = 0;
            }
            return bytes[next++];
        }
    }
}
