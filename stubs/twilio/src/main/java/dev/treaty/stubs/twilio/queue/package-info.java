/** Queues, and the calls that wait in them. */
@NullMarked
package dev.treaty.stubs.twilio.queue;

import org.jspecify.annotations.NullMarked;
