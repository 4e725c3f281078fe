package dev.treaty.stubs.twilio.twiml;

/**
 * Something that is wrong with TwiML, as Twilio's debugger shows it.
 *
 * @param code e.g. 12100, see <a href="https://www.twilio.com/docs/api/errors">Twilio, error codes</a>
 */
public record TwimlProblem(int code, String message) {}
