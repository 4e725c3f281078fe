/** Tests of numbers and lookups, with Twilio's SDK. */
@NullMarked
package dev.treaty.stubs.twilio.number;

import org.jspecify.annotations.NullMarked;
