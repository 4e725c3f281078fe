/** Holds Twilio, or its replay, to its contract. */
@NullMarked
package dev.treaty.provider.twilio;

import org.jspecify.annotations.NullMarked;
