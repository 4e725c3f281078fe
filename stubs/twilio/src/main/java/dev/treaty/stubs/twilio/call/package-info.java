/**
 * Calls: how they are made and received, progress by the clock, do what TwiML says, and end.
 *
 * <p>A call has two objects: the resource that clients see ({@code Call}), and where it is in its TwiML ({@code CallFlow}); a {@code
 * CallSession} has both. Whatever takes time is due later, under one of the names in {@code CallSession.Step}: {@code CallLife} dials, rings
 * and answers, {@code TwimlRunner} does one verb after the other, {@code CallEnding} ends.
 */
@NullMarked
package dev.treaty.stubs.twilio.call;

import org.jspecify.annotations.NullMarked;
