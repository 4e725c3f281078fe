/** What SendGrid reports about mails after it has accepted them, by its event webhook. */
@NullMarked
package dev.treaty.consumer.customermail.events;

import org.jspecify.annotations.NullMarked;
