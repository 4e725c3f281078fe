/**
 * What mail to customers needs from SendGrid, and nothing more: it sends each mail once, and leaves alone who does not want any.
 *
 * <p>{@link dev.treaty.consumer.customermail.CustomerMail} sends, {@link dev.treaty.consumer.customermail.MailBatches} schedules and cancels,
 * {@link dev.treaty.consumer.customermail.Suppressions} says to whom SendGrid delivers nothing, and
 * {@link dev.treaty.consumer.customermail.events.EventWebhook} reads what SendGrid reports afterwards. The {@code …PactTest}s record it into
 * {@code pacts/customer-mail-sendgrid.json}.
 */
@NullMarked
package dev.treaty.consumer.customermail;

import org.jspecify.annotations.NullMarked;
