/** Messaging services: numbers and names that send together, with settings in common. */
@NullMarked
package dev.treaty.stubs.twilio.messaging;

import org.jspecify.annotations.NullMarked;
