/** TwiML as applications write it, and as they should not. */
@NullMarked
package dev.treaty.stubs.twilio.twiml;

import org.jspecify.annotations.NullMarked;
