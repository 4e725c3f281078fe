package dev.treaty.stubs.twilio.call;

import dev.treaty.stubs.twilio.message.TwimlMessage;
import dev.treaty.stubs.twilio.twiml.TwimlElement;

/**
 * Sends a message during a call, to the other party unless it says to whom.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml/sms">Twilio, Sms</a>
 */
final class SmsVerb {

    private SmsVerb() {}

    static void send(CallSession session, TwimlElement verb) {
        var call = session.call();
        session.transcribe(verb.name(), verb.text());
        new TwimlMessage(
                        session.world(),
                        call.accountSid(),
                        call.isInbound() ? call.to() : call.from(),
                        call.isInbound() ? call.from() : call.to(),
                        "outbound-call",
                        session.flow().url())
                .send(verb);
    }
}
