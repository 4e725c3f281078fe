package dev.treaty.provider.environmentcloner.pseudonyms;

import java.util.Arrays;

/**
 * Permutes telephone numbers: the digits become other digits by format-preserving encryption (FF1, NIST SP 800-38G), behind {@code +999}, a
 * country code that nobody has (ITU-T E.164, list of assigned codes). So different numbers stay different, and no pseudonym is the number of
 * somebody else. Whatever is not a digit stays where it was.
 */
public final class PhoneNumbers {

    static final String UNASSIGNED = "+999";

    private final DigitCipher cipher;

    /** @param key 16, 24 or 32 bytes */
    PhoneNumbers(byte[] key) {
        cipher = new DigitCipher(key);
    }

    /** The number's pseudonym, which has the three digits of the country code more. */
    String pseudonym(String number) {
        var digits = digits(number);
        return digits.length() < DigitCipher.FEWEST_DIGITS ? ofShort(digits) : spelled(number, cipher.permuted(digits));
    }

    /** A 1 in front of the digits keeps 0 and 00 apart, and the hyphen keeps short numbers and long ones apart. */
    private String ofShort(String digits) {
        return UNASSIGNED + "-"
                + cipher.permuted("0".repeat(DigitCipher.FEWEST_DIGITS - 1 - digits.length()) + "1" + digits);
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
