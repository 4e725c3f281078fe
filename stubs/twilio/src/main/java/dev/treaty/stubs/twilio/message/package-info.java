/** Text messages, outbound and inbound: their life by the clock, status callbacks, opt-out words, and the TwiML that replies. */
@NullMarked
package dev.treaty.stubs.twilio.message;

import org.jspecify.annotations.NullMarked;
