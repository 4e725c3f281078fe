/** Verify: codes that prove somebody has a telephone or a mailbox. */
@NullMarked
package dev.treaty.stubs.twilio.verify;

import org.jspecify.annotations.NullMarked;
