package dev.treaty.consumer.customermail;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail to a customer.
 *
 * @param reference what the mail is about, unique: {@code "invoice-2026-042"}; a second mail with the same reference is not sent. It comes
 *     back in every event about the mail
 * @param to the customer
 * @param name of the customer, for the header {@code To}; empty if unknown
 * @param content subject and text, or a template and its data
 * @param category by which statistics are kept, e.g. {@code "invoice"}
 * @param schedule null to send at once
 */
public record Mail(
        String reference,
        EmailAddress to,
        String name,
        MailContent content,
        String category,
        @Nullable MailSchedule schedule) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int LONGEST_CATEGORY = 255;

    /**
     * Checks what SendGrid would refuse.
     *
     * @throws IllegalArgumentException if the reference or the category is not one
     */
    public Mail {
        Objects.requireNonNull(content);
        if (!REFERENCE.matcher(reference).matches()) {
            throw invalid(
                    "\"%s\" is not a reference.".formatted(reference),
                    "Mail.reference",
                    "use 1 to 100 letters, digits, dots, underscores and hyphens: invoice-2026-042");
        }
        if (category.isBlank() || category.length() > LONGEST_CATEGORY) {
            throw invalid(
                    "\"%s\" is not a category.".formatted(category),
                    "Mail.category",
                    "use 1 to 255 characters: invoice");
        }
    }

    private static IllegalArgumentException invalid(String what, String where, String fix) {
        return new IllegalArgumentException(new ErrorMessage(what, where, fix).toString());
    }

    /** A mail that is sent at once, to somebody whose name is unknown. */
    public static Mail of(String reference, EmailAddress to, MailContent content, String category) {
        return new Mail(reference, to, "", content, category, null);
    }

    /** The same mail, sent later. */
    public Mail scheduled(MailSchedule schedule) {
        return new Mail(reference, to, name, content, category, schedule);
    }
}
