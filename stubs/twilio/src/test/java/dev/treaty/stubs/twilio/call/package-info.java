/** Calls, with Twilio's SDK against the stub server. */
@NullMarked
package dev.treaty.stubs.twilio.call;

import org.jspecify.annotations.NullMarked;
