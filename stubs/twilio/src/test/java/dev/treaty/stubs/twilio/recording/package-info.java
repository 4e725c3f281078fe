/** Recordings of calls. */
@NullMarked
package dev.treaty.stubs.twilio.recording;

import org.jspecify.annotations.NullMarked;
