/** Verifies that Twilio, or its replay, keeps its contracts. */
@NullMarked
package dev.treaty.provider.twilio;

import org.jspecify.annotations.NullMarked;
