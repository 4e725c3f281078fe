/** TwiML, the XML with which an application says what Twilio shall do: read, checked and bounded. Nothing is done here. */
@NullMarked
package dev.treaty.stubs.twilio.twiml;

import org.jspecify.annotations.NullMarked;
