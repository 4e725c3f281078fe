/** What a contract alone cannot say about Twilio. */
@NullMarked
package dev.treaty.stubs.twilio;

import org.jspecify.annotations.NullMarked;
