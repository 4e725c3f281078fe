/** What an account has used. */
@NullMarked
package dev.treaty.stubs.twilio.usage;

import org.jspecify.annotations.NullMarked;
