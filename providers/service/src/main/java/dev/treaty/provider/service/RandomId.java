package dev.treaty.provider.service;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** New ids that nobody can guess: a prefix that says what they identify, and 20 random letters and digits. */
public final class RandomId {

    private static final String SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 20;
    private static final SecureRandom CHANCE = new SecureRandom();

    private RandomId() {}

    /**
     * A new one.
     *
     * @param prefix e.g. {@code "evt_"}
     */
    public static String withPrefix(String prefix) {
        return CHANCE.ints(LENGTH, 0, SYMBOLS.length())
                .mapToObj(index -> String.valueOf(SYMBOLS.charAt(index)))
                .collect(Collectors.joining("", prefix, ""));
    }
}
