/** Tests of credentials, subaccounts and rate limits, with Twilio's SDK. */
@NullMarked
package dev.treaty.stubs.twilio.account;

import org.jspecify.annotations.NullMarked;
