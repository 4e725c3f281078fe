package dev.treaty.stubs.twilio.message;

import java.util.HashMap;
import java.util.Map;

/**
 * Into how many segments a text is divided: by seven-bit characters of GSM 03.38 if it has no others, otherwise by the 16-bit units of
 * UCS-2.
 *
 * @see <a href="https://www.twilio.com/docs/glossary/what-sms-character-limit">Twilio, SMS character limit</a>
 */
final class SegmentCount {

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final Map<Character, Integer> SEPTETS = septets();

    private static final int GSM_ALONE = 160;
    private static final int GSM_CONCATENATED = 153;
    private static final int UCS2_ALONE = 70;
    private static final int UCS2_CONCATENATED = 67;

    private SegmentCount() {}

    private static Map<Character, Integer> septets() {
        var septets = new HashMap<Character, Integer>();
        BASIC.chars().forEach(c -> septets.put((char) c, 1));
        EXTENDED.chars().forEach(c -> septets.put((char) c, 2));
        return septets;
    }

    /** At least 1. */
    static int of(String text) {
        var septets = 0;
        for (var i = 0; i < text.length(); i++) {
            var length = SEPTETS.get(text.charAt(i));
            if (length == null) {
                return divided(text.length(), UCS2_ALONE, UCS2_CONCATENATED);
            }
            septets += length;
        }
        return divided(septets, GSM_ALONE, GSM_CONCATENATED);
    }

    private static int divided(int units, int alone, int concatenated) {
        return units <= alone ? 1 : (units + concatenated - 1) / concatenated;
    }
}
