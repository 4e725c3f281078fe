/** The numbers that an account owns, buys and looks up. */
@NullMarked
package dev.treaty.stubs.twilio.number;

import org.jspecify.annotations.NullMarked;
