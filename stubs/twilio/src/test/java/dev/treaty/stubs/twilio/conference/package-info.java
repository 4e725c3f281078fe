@NullMarked
package dev.treaty.stubs.twilio.conference;

import org.jspecify.annotations.NullMarked;
