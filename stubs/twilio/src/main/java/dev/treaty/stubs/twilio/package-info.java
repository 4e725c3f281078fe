/**
 * Twilio's replay, and what a contract alone cannot say about Twilio.
 *
 * <p>{@code TwilioVendor} lists the features that the replay is made of; each is a package of its own, on what {@code api} gives to all.
 */
@NullMarked
package dev.treaty.stubs.twilio;

import org.jspecify.annotations.NullMarked;
