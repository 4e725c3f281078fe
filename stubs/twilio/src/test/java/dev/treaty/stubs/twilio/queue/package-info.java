@NullMarked
package dev.treaty.stubs.twilio.queue;

import org.jspecify.annotations.NullMarked;
