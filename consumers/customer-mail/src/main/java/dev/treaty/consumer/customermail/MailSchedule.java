package dev.treaty.consumer.customermail;

import java.time.Instant;

/**
 * When a mail is sent, and how it can be canceled before.
 *
 * @param at to the second, at most 72 hours ahead
 * @param batch from {@link MailBatches#create}; cancels all mails that have it
 */
public record MailSchedule(Instant at, String batch) {}
