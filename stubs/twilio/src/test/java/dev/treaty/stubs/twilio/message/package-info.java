/** Tests of messages, with Twilio's SDK. */
@NullMarked
package dev.treaty.stubs.twilio.message;

import org.jspecify.annotations.NullMarked;
