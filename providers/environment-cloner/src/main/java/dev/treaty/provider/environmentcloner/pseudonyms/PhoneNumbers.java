package dev.treaty.provider.environmentcloner.pseudonyms;

import java.util.Arrays;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Permutes telephone numbers: the digits become other digits by format-preserving encryption (FF1, NIST SP 800-38G), behind {@code +999}, a
 * country code that nobody has (ITU-T E.164, list of assigned codes). So different numbers stay different, and no pseudonym is the number of
 * somebody else. Whatever is not a digit stays where it was.
 */
public final class PhoneNumbers {

    static final String UNASSIGNED = "+999";

    private static final int RADIX = 10;

    /** FF1 wants a million numbers at least. */
    private static final int FEWEST_DIGITS = 6;

    private final FPEFF1Engine cipher = new FPEFF1Engine(AESEngine.newInstance());

    /** @param key 16, 24 or 32 bytes */
    PhoneNumbers(byte[] key) {
        cipher.init(true, new FPEParameters(new KeyParameter(key), RADIX, new byte[0]));
    }

    /** The number's pseudonym, which has the three digits of the country code more. */
    String pseudonym(String number) {
        var digits = digits(number);
        return digits.length() < FEWEST_DIGITS ? ofShort(digits) : spelled(number, permuted(digits));
    }

    /** A 1 in front of the digits keeps 0 and 00 apart, and the hyphen keeps short numbers and long ones apart. */
    private String ofShort(String digits) {
        return UNASSIGNED + "-" + permuted("0".repeat(FEWEST_DIGITS - 1 - digits.length()) + "1" + digits);
    }

    private String permuted(String digits) {
        var plain = new byte[digits.length()];
        for (var i = 0; i < plain.length; i++) {
            plain[i] = (byte) (digits.charAt(i) - '0');
        }
        var permuted = new byte[plain.length];
        cipher.processBlock(plain, 0, plain.length, permuted, 0);
        var text = new StringBuilder(permuted.length);
        for (var digit : permuted) {
            text.append(digit);
        }
        return text.toString();
    }

    private static String spelled(String number, String digits) {
        var text = new StringBuilder(UNASSIGNED);
        var next = 0;
        for (var i = number.startsWith("+") ? 1 : 0; i < number.length(); i++) {
            var character = number.charAt(i);
            text.append(isDigit(character) ? digits.charAt(next++) : character);
        }
        return text.toString();
    }

    /** The digits alone. */
    public static String digits(String number) {
        var digits = new char[number.length()];
        var count = 0;
        for (var i = 0; i < number.length(); i++) {
            if (isDigit(number.charAt(i))) {
                digits[count++] = number.charAt(i);
            }
        }
        return new String(Arrays.copyOf(digits, count));
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
