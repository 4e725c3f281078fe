package dev.treaty.provider.environmentcloner.pseudonyms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitCipherTest {

    private static final int RADIX = 10;

    /** Samples 1, 4 and 7: those of decimal digits without a tweak. */
    @ParameterizedTest
    @CsvSource({
        "2B7E151628AED2A6ABF7158809CF4F3C, 2433477484",
        "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F, 2830668132",
        "2B7E151628AED2A6ABF7158809CF4F3CEF4359D8D580AA4F7F036D6F04FC6A94, 6657667009"
    })
    void agrees_with_the_samples_of_nist(String key, String permuted) {
        assertThat(new DigitCipher(HexFormat.of().parseHex(key)).permuted("0123456789"))
                .isEqualTo(permuted);
    }

    /** Of all lengths that have telephone numbers, and longer ones. */
    @Test
    void agrees_with_bouncy_castle_on_random_digits() {
        var random = new Random(800_38);
        for (var i = 0; i < 2_000; i++) {
            var key = new byte[32];
            random.nextBytes(key);
            var digits =
                    random.ints(DigitCipher.FEWEST_DIGITS + i % 19, 0, RADIX).toArray();

            assertThat(new DigitCipher(key).permuted(text(digits))).isEqualTo(bouncyCastle(key, digits));
        }
    }

    @Test
    void agrees_with_bouncy_castle_on_the_smallest_and_the_largest_number_of_each_length() {
        var key = new byte[16];
        var cipher = new DigitCipher(key);
        for (var length = DigitCipher.FEWEST_DIGITS; length <= 20; length++) {
            for (var digit : new int[] {0, 9}) {
                var digits = IntStream.generate(() -> digit).limit(length).toArray();

                assertThat(cipher.permuted(text(digits))).isEqualTo(bouncyCastle(key, digits));
            }
        }
    }

    private static String bouncyCastle(byte[] key, int[] digits) {
        var engine = new FPEFF1Engine(AESEngine.newInstance());
        engine.init(true, new FPEParameters(new KeyParameter(key), RADIX, new byte[0]));
        var plain = new byte[digits.length];
        for (var i = 0; i < digits.length; i++) {
            plain[i] = (byte) digits[i];
        }
        var permuted = new byte[digits.length];
        engine.processBlock(plain, 0, plain.length, permuted, 0);
        return text(IntStream.range(0, permuted.length).map(i -> permuted[i]).toArray());
    }

    private static String text(int[] digits) {
        var text = new StringBuilder();
        for (var digit : digits) {
            text.append(digit);
        }
        return text.toString();
    }
}
