package dev.treaty.consumer.campaigndialer;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.regex.Pattern;

/**
 * A telephone number.
 *
 * @param e164 as ITU-T E.164 writes it: a plus sign, then 2 to 15 digits that begin with the country code, e.g.
 *     {@code "+4930901820"}
 */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{1,14}");

    /**
     * Checks the format; only Twilio knows whether the number exists.
     *
     * @throws IllegalArgumentException if it is not E.164
     */
    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "\"%s\" is not a telephone number.".formatted(e164),
                            "a PhoneNumber",
                            "write it as E.164 does, with country code and nothing but digits: +4930901820")
                    .toString());
        }
    }

    @Override
    public String toString() {
        return e164;
    }
}
