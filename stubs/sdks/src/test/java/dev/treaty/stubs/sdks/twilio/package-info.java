/** Flows of twilio-java. */
@NullMarked
package dev.treaty.stubs.sdks.twilio;

import org.jspecify.annotations.NullMarked;
