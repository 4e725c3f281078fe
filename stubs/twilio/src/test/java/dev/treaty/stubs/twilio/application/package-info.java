/** Applications, with Twilio's SDK against the stub server. */
@NullMarked
package dev.treaty.stubs.twilio.application;

import org.jspecify.annotations.NullMarked;
