package dev.treaty.stubs.stripe.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** New ids and secrets, which nobody can guess, as Stripe's. */
public final class Ids {

    private static final byte[] ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".getBytes(ISO_8859_1);

    /** One for each thread. Ids must differ, between servers too, but nobody needs to be kept from guessing those of a stub. */
    private static final ThreadLocal<SplittableRandom> RANDOM =
            ThreadLocal.withInitial(() -> new SplittableRandom(new SecureRandom().nextLong()));

    private Ids() {}

    /** A new id of an object. */
    public static String next(ResourceKind kind) {
        return kind.prefix() + random(kind.idLength());
    }

    /** Letters and digits. */
    public static String random(int length) {
        var random = RANDOM.get();
        var text = new byte[length];
        for (var i = 0; i < length; i++) {
            text[i] = ALPHABET[random.nextInt(ALPHABET.length)];
        }
        return new String(text, ISO_8859_1);
    }
}
