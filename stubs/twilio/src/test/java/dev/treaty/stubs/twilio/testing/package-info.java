/** What the tests of the features share: accounts with the replay, and an application that Twilio calls. */
@NullMarked
package dev.treaty.stubs.twilio.testing;

import org.jspecify.annotations.NullMarked;
