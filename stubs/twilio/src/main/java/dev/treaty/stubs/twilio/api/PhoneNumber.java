package dev.treaty.stubs.twilio.api;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in E.164 form.
 *
 * @param e164 e.g. {@code "+15005550006"}
 * @see <a href="https://www.twilio.com/docs/glossary/what-e164">Twilio, E.164</a>
 */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern WRITTEN = Pattern.compile("\\+?[\\d ().-]+");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int DIGITS_IN_NORTH_AMERICA = 10;
    private static final int MASKED_DIGITS = 4;

    /** Reads a number; Twilio takes one without a plus sign for North American if it has ten digits. */
    public static Optional<PhoneNumber> parse(String text) {
        var trimmed = text.strip();
        if (!WRITTEN.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        var digits = trimmed.replaceAll("\\D", "");
        var international =
                !trimmed.startsWith("+") && digits.length() == DIGITS_IN_NORTH_AMERICA ? "+1" + digits : "+" + digits;
        return E164.matcher(international).matches() && isPossible(international)
                ? Optional.of(new PhoneNumber(international))
                : Optional.empty();
    }

    /** By the lengths of numbers in their country; also if nobody has the number, such as those of Twilio's test credentials. */
    private static boolean isPossible(String international) {
        return parsed(international).filter(NUMBERS::isPossibleNumber).isPresent();
    }

    private static Optional<Phonenumber.PhoneNumber> parsed(String international) {
        try {
            return Optional.of(NUMBERS.parse(international, null));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /**
     * The ISO 3166-1 code of the country of a number in E.164 form; of several countries that share a calling code, the largest if the
     * number does not tell. Empty for anything else, such as {@code client:alice}.
     */
    public static Optional<String> country(String endpoint) {
        return parsed(endpoint).map(number -> {
            var region = NUMBERS.getRegionCodeForNumber(number);
            return region == null ? NUMBERS.getRegionCodeForCountryCode(number.getCountryCode()) : region;
        });
    }

    /** As people in its country write it, e.g. {@code "(500) 555-0006"}. */
    public String national() {
        return parsed(e164)
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.NATIONAL))
                .orElse(e164);
    }

    /** Whether it is a mobile number, toll-free and so on, by its country's plan. */
    public PhoneNumberType type() {
        return parsed(e164).map(NUMBERS::getNumberType).orElse(PhoneNumberType.UNKNOWN);
    }

    /** As Twilio's error messages show what was given for a number: its last four digits are hidden. */
    public static String masked(String given) {
        return given.length() > MASKED_DIGITS && parse(given).isPresent()
                ? given.substring(0, given.length() - MASKED_DIGITS) + "X".repeat(MASKED_DIGITS)
                : given;
    }

    @Override
    public String toString() {
        return e164;
    }
}
