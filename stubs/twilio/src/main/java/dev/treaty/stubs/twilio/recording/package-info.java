/** Recordings of calls: the resource, its callbacks, and audio in which nobody says anything. */
@NullMarked
package dev.treaty.stubs.twilio.recording;

import org.jspecify.annotations.NullMarked;
