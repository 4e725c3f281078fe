/** Conferences, who takes part in them, and what the application is told. */
@NullMarked
package dev.treaty.stubs.twilio.conference;

import org.jspecify.annotations.NullMarked;
