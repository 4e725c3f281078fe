@NullMarked
package dev.treaty.stubs.twilio.usage;

import org.jspecify.annotations.NullMarked;
