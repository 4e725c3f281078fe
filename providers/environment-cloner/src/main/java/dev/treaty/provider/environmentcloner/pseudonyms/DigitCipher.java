package dev.treaty.provider.environmentcloner.pseudonyms;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Permutes the texts of so many decimal digits by FF1 (NIST SP 800-38G, algorithm 7) with an empty tweak: a bijection for each number of digits. Both
 * halves of a telephone number fit into a {@code long}, which is about eight times as fast as the big integers that FF1 needs in general; those are left to
 * Bouncy Castle. Not for use by several threads.
 */
final class DigitCipher {

    /** FF1 wants a million texts at least. */
    static final int FEWEST_DIGITS = 6;

    /** The larger half has 9 then, which are 30 bits, and one block of AES is enough for a round. */
    private static final int MOST_DIGITS = 18;

    private static final int RADIX = 10;
    private static final int ROUNDS = 10;
    private static final int BLOCK = 16;

    private static final long[] POWERS = powers();

    private final Cipher aes;
    private final FPEFF1Engine general = new FPEFF1Engine(AESEngine.newInstance());

    /** What the first block of a round becomes, by the number of digits: it says nothing else. */
    private final byte[][] firstBlocks = new byte[MOST_DIGITS + 1][];

    private final byte[] block = new byte[BLOCK];

    /** @param key 16, 24 or 32 bytes */
    DigitCipher(byte[] key) {
        try {
            // A single block; FF1 itself chains them.
            aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES", e);
        }
        general.init(true, new FPEParameters(new KeyParameter(key), RADIX, new byte[0]));
    }

    private static long[] powers() {
        var powers = new long[MOST_DIGITS / 2 + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * RADIX;
        }
        return powers;
    }

    /** The digits that stand for these; as many, at least {@value #FEWEST_DIGITS}. */
    String permuted(String digits) {
        return digits.length() > MOST_DIGITS ? permutedInGeneral(digits) : permutedByLongs(digits);
    }

    private String permutedByLongs(String digits) {
        var left = digits.length() / 2;
        var right = digits.length() - left;
        var a = Long.parseLong(digits, 0, left, RADIX);
        var b = Long.parseLong(digits, left, digits.length(), RADIX);
        for (var round = 0; round < ROUNDS; round++) {
            var modulus = POWERS[round % 2 == 0 ? left : right];
            var c = (a + Long.remainderUnsigned(roundNumber(round, b, digits.length()), modulus)) % modulus;
            a = b;
            b = c;
        }
        var text = new char[digits.length()];
        write(a, text, 0, left);
        write(b, text, left, text.length);
        return new String(text);
    }

    /** The first 8 bytes of the block that a round makes of the other half. */
    private long roundNumber(int round, long half, int length) {
        var first = firstBlock(length);
        System.arraycopy(first, 0, block, 0, BLOCK);
        var bytes = bytesOfHalf(length);
        block[BLOCK - bytes - 1] ^= (byte) round;
        for (var i = 0; i < bytes; i++) {
            block[BLOCK - 1 - i] ^= (byte) (half >>> (Byte.SIZE * i));
        }
        encryptBlock();
        long number = 0;
        for (var i = 0; i < Long.BYTES; i++) {
            number = (number << Byte.SIZE) | (block[i] & 0xff);
        }
        return number;
    }

    /** As many bytes as the larger half may need. */
    private static int bytesOfHalf(int length) {
        var bits = Long.SIZE - Long.numberOfLeadingZeros(POWERS[length - length / 2] - 1);
        return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    private byte[] firstBlock(int length) {
        if (firstBlocks[length] == null) {
            var first =
                    new byte[] {1, 2, 1, 0, 0, RADIX, ROUNDS, (byte) (length / 2), 0, 0, 0, (byte) length, 0, 0, 0, 0};
            System.arraycopy(first, 0, block, 0, BLOCK);
            encryptBlock();
            firstBlocks[length] = block.clone();
        }
        return firstBlocks[length];
    }

    private void encryptBlock() {
        try {
            aes.update(block, 0, BLOCK, block, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A block has the length of a block", e);
        }
    }

    private static void write(long number, char[] text, int from, int to) {
        var rest = number;
        for (var i = to - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % RADIX);
            rest /= RADIX;
        }
    }

    private String permutedInGeneral(String digits) {
        var plain = new byte[digits.length()];
        for (var i = 0; i < plain.length; i++) {
            plain[i] = (byte) (digits.charAt(i) - '0');
        }
        var permuted = new byte[plain.length];
        general.processBlock(plain, 0, plain.length, permuted, 0);
        var text = new StringBuilder(permuted.length);
        for (var digit : permuted) {
            text.append(digit);
        }
        return text.toString();
    }
}
