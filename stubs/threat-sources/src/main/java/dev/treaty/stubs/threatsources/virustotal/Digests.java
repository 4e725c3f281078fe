package dev.treaty.stubs.threatsources.virustotal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Digests by which samples are known. MD5 and SHA-1 identify them here, as with the vendor, and protect nothing. */
final class Digests {

    private Digests() {}

    /** In lower-case hexadecimal digits. */
    static String of(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
