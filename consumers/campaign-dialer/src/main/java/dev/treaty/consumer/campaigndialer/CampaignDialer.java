package dev.treaty.consumer.campaigndialer;

import com.twilio.rest.api.v2010.account.Call.UpdateStatus;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Say;
import com.twilio.type.Twiml;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Texts and calls people, at most once per attempt, and never someone who has opted out.
 *
 * <p>Every method throws {@link AuthenticationFailed} when the auth token is wrong and {@link TwilioRefused} when Twilio
 * refuses for a reason that the result does not cover.
 */
public final class CampaignDialer {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TwilioConnection twilio;
    private final Campaign campaign;
    private final DoNotContactList doNotContact;

    /** A dialler for one campaign; all campaigns of a sender should share one list. */
    public CampaignDialer(TwilioConnection twilio, Campaign campaign, DoNotContactList doNotContact) {
        this.twilio = twilio;
        this.campaign = campaign;
        this.doNotContact = doNotContact;
    }

    /** Sends a text message of at most 1,600 characters. */
    public ContactResult<Sms> text(PhoneNumber to, String body) {
        var message = Message.creator(sdk(to), sdk(campaign.from()), body).setStatusCallback(campaign.statusCallback());
        return attempt(to, () -> twilio.execute(client -> Sms.of(message.create(client))));
    }

    /** Calls somebody and speaks the words when the call is answered; Twilio then distinguishes humans from machines. */
    public ContactResult<Call> call(PhoneNumber to, String words) {
        var call = com.twilio.rest.api.v2010.account.Call.creator(sdk(to), sdk(campaign.from()), say(words))
                .setMachineDetection("Enable")
                .setStatusCallback(campaign.statusCallback())
                .setStatusCallbackEvent(List.of("answered", "completed"));
        return attempt(to, () -> twilio.execute(client -> Call.of(call.create(client))));
    }

    /**
     * Reads a call; empty if there is none with this sid.
     *
     * @throws TwilioUnavailable if there is no usable response
     */
    public Optional<Call> find(String callSid) {
        var fetch = com.twilio.rest.api.v2010.account.Call.fetcher(callSid);
        return twilio.find(client -> Call.of(fetch.fetch(client)));
    }

    /**
     * Ends a call in progress; empty if there is none with this sid.
     *
     * @throws TwilioUnavailable if there is no usable response
     */
    public Optional<Call> hangUp(String callSid) {
        var update = com.twilio.rest.api.v2010.account.Call.updater(callSid).setStatus(UpdateStatus.COMPLETED);
        return twilio.find(client -> Call.of(update.update(client)));
    }

    private <T> ContactResult<T> attempt(PhoneNumber to, Supplier<T> request) {
        if (doNotContact.contains(to)) {
            return new ContactResult.DoNotContact<>(to);
        }
        try {
            return new ContactResult.Accepted<>(request.get());
        } catch (TwilioRefused refused) {
            return switch (refused.code()) {
                case TwilioRefused.INVALID_NUMBER, TwilioRefused.INVALID_NUMBER_CALLED ->
                    new ContactResult.InvalidNumber<>(to);
                case TwilioRefused.OPTED_OUT -> {
                    doNotContact.add(to);
                    yield new ContactResult.DoNotContact<>(to);
                }
                default -> throw refused;
            };
        } catch (TwilioUnavailable unavailable) {
            return unavailable.maybeTaken()
                    ? new ContactResult.Unconfirmed<>(String.valueOf(unavailable.getMessage()))
                    : new ContactResult.TryLater<>(unavailable.retryAfter().orElse(PAUSE));
        }
    }

    private static com.twilio.type.PhoneNumber sdk(PhoneNumber number) {
        return new com.twilio.type.PhoneNumber(number.e164());
    }

    private static Twiml say(String words) {
        var say = new Say.Builder(words).build();
        return new Twiml(new VoiceResponse.Builder().say(say).build().toXml());
    }
}
