package dev.treaty.consumer.customermail;

import java.time.Instant;

/**
 * An address to which a mail could not be delivered; SendGrid drops all further mail to it.
 *
 * @param since to the second
 * @param reason what the recipient's server said, e.g. {@code "550 5.1.1 The account does not exist"}
 * @param status enhanced status code (RFC 3463), e.g. {@code "5.1.1"}; empty if there was none
 */
public record Bounce(EmailAddress address, Instant since, String reason, String status) {}
