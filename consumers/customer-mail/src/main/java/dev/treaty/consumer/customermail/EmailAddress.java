package dev.treaty.consumer.customermail;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address. Two that differ in the case of their domain are equal.
 *
 * @param value as the HTML standard permits it, without a slash: {@code jane.doe+invoices@example.com}
 * @see <a href="https://html.spec.whatwg.org/#valid-e-mail-address">HTML, valid e-mail address</a>
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254; // RFC 5321, section 4.5.3.1.3, without the angle brackets
    private static final Pattern VALID = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+=?^_`{|}~-]+@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

    /**
     * Checks the format; only a mail shows whether the address exists.
     *
     * @throws IllegalArgumentException if it is not an address
     */
    public EmailAddress {
        if (value.length() > LONGEST || !VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "\"%s\" is not an e-mail address.".formatted(value),
                            "an EmailAddress",
                            "write it without a name, and with a domain in ASCII: jane@example.com")
                    .toString());
        }
        var at = value.lastIndexOf('@');
        value = value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
