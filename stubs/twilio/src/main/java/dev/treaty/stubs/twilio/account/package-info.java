/** The account itself: subaccounts, API keys, what was used, and how often it may ask. */
@NullMarked
package dev.treaty.stubs.twilio.account;

import org.jspecify.annotations.NullMarked;
