package dev.treaty.stubs.stripe.resource;

import java.security.SecureRandom;

/** New ids and secrets, which nobody can guess, as Stripe's. */
public final class Ids {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id of an object. */
    public static String next(ResourceKind kind) {
        return kind.prefix() + random(kind.idLength());
    }

    /** Letters and digits. */
    public static String random(int length) {
        var random = new byte[length];
        RANDOM.nextBytes(random); // at once, because each call is expensive
        var text = new StringBuilder(length);
        for (var number : random) {
            text.append(ALPHABET.charAt(Byte.toUnsignedInt(number) % ALPHABET.length()));
        }
        return text.toString();
    }
}
