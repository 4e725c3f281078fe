package dev.treaty.stubs.vendor.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names that are always the same for the same credentials or account, and say nothing about them. */
public final class AccountNames {

    /** Of a name, twice as many characters. */
    public static final int BYTES = 8;

    /** So many that tests do not need more at a time; another one makes all of them be computed again. */
    private static final int MOST_KNOWN = 10_000;

    /** No vendor's key is as long; a client must not fill the memory with texts that are. */
    private static final int LONGEST_KNOWN = 256;

    /** Every request needs some of them. */
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private AccountNames() {}

    /** The first 64 bits of the text's SHA-256, as 16 hexadecimal digits. */
    public static String of(String text) {
        if (text.length() > LONGEST_KNOWN) {
            return digest(text);
        }
        if (KNOWN.size() >= MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(text, AccountNames::digest);
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
