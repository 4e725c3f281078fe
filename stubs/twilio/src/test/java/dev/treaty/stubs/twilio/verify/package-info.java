/** Tests of verifications, with Twilio's SDK. */
@NullMarked
package dev.treaty.stubs.twilio.verify;

import org.jspecify.annotations.NullMarked;
