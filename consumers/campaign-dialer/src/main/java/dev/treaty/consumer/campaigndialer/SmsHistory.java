package dev.treaty.consumer.campaigndialer;

import com.twilio.rest.api.v2010.account.Message;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The text messages that Twilio stores.
 *
 * <p>Every method throws {@link AuthenticationFailed} when the auth token is wrong, {@link TwilioRefused} when Twilio
 * refuses, and {@link TwilioUnavailable} if there is no usable response.
 */
public final class SmsHistory {

    private static final long PAGE = 100;

    private final TwilioConnection twilio;

    /** The history of the connection's account. */
    public SmsHistory(TwilioConnection twilio) {
        this.twilio = twilio;
    }

    /** Reads a message; empty if there is none with this sid. */
    public Optional<Sms> find(String sid) {
        return twilio.find(client -> Sms.of(Message.fetcher(sid).fetch(client)));
    }

    /**
     * Lists all messages that a number sent after a moment, newest first; each request fetches one hundred.
     *
     * @param after to the second
     */
    public List<Sms> sentBy(PhoneNumber from, Instant after) {
        var reader = Message.reader()
                .setFrom(new com.twilio.type.PhoneNumber(from.e164()))
                .setDateSentAfter(after.atZone(ZoneOffset.UTC))
                .setPageSize(PAGE);
        return twilio.execute(client -> StreamSupport.stream(reader.read(client).spliterator(), false)
                .map(Sms::of)
                .toList());
    }

    /** Redacts the text of a message at Twilio and keeps the rest; empty if there is no message with this sid. */
    public Optional<Sms> redact(String sid) {
        return twilio.find(client -> Sms.of(Message.updater(sid).setBody("").update(client)));
    }

    /**
     * Deletes a message at Twilio.
     *
     * @return whether there was one with this sid
     */
    public boolean delete(String sid) {
        return twilio.find(client -> Message.deleter(sid).delete(client)).isPresent();
    }
}
