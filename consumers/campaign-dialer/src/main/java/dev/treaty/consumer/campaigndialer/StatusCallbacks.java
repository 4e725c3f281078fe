package dev.treaty.consumer.campaigndialer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.twilio.security.RequestValidator;
import dev.treaty.pacts.errors.ErrorMessage;
import java.net.URI;
import java.util.Map;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.net.WWWFormCodec;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requests that Twilio makes to {@link Campaign#statusCallback()}, and trusts only those that it signed.
 *
 * @see <a href="https://www.twilio.com/docs/usage/security#validating-requests">how Twilio signs</a>
 */
public final class StatusCallbacks {

    private final RequestValidator validator;
    private final DoNotContactList doNotContact;

    /**
     * A reader for the callbacks of one account.
     *
     * @param doNotContact receives recipients who turn out to have opted out after Twilio has accepted a message
     */
    public StatusCallbacks(TwilioAccount account, DoNotContactList doNotContact) {
        this.validator = new RequestValidator(account.authToken());
        this.doNotContact = doNotContact;
    }

    /**
     * Reads one callback.
     *
     * @param url the URL that it was sent to, as Twilio knows it: with scheme, public host, path and query
     * @param form the request's body, {@code application/x-www-form-urlencoded} in UTF-8
     * @param signature the header {@code X-Twilio-Signature}; null if there is none
     * @throws IllegalArgumentException if it is from Twilio but does not report on a message or a call
     */
    public StatusCallback read(URI url, String form, @Nullable String signature) {
        var fields = fields(form);
        if (signature == null || !validator.validate(url.toString(), fields, signature)) {
            return new StatusCallback.Forged();
        }
        if (fields.containsKey("MessageSid")) {
            return smsChanged(fields);
        }
        if (fields.containsKey("CallSid")) {
            return callChanged(fields);
        }
        throw new IllegalArgumentException(new ErrorMessage(
                        "A request that Twilio signed reports on neither a message nor a call.",
                        url.toString(),
                        "use this address at Twilio as a status callback only")
                .toString());
    }

    private StatusCallback smsChanged(Map<String, String> fields) {
        var to = new PhoneNumber(required(fields, "To"));
        var code = fields.get("ErrorCode");
        var errorCode = code == null ? null : Integer.valueOf(code);
        if (errorCode != null && errorCode == TwilioRefused.OPTED_OUT) {
            doNotContact.add(to);
        }
        return new StatusCallback.SmsChanged(
                required(fields, "MessageSid"), to, SmsStatus.of(required(fields, "MessageStatus")), errorCode);
    }

    private static StatusCallback callChanged(Map<String, String> fields) {
        return new StatusCallback.CallChanged(
                required(fields, "CallSid"),
                new PhoneNumber(required(fields, "To")),
                CallStatus.of(required(fields, "CallStatus")),
                Call.seconds(fields.get("CallDuration")));
    }

    private static String required(Map<String, String> fields, String name) {
        var value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "A status callback from Twilio lacks the field %s.".formatted(name),
                            String.valueOf(fields.keySet()),
                            "check that the address is a status callback's and that no proxy drops fields")
                    .toString());
        }
        return value;
    }

    private static Map<String, String> fields(String form) {
        return WWWFormCodec.parse(form, UTF_8).stream()
                .collect(toUnmodifiableMap(NameValuePair::getName, NameValuePair::getValue, (first, second) -> first));
    }
}
