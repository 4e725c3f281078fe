package dev.treaty.consumer.campaigndialer;

import static dev.treaty.consumer.campaigndialer.TwilioExamples.ACCOUNT;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.MESSAGE;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.OPTED_OUT;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.STATUS_CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.campaigndialer.StatusCallback.Forged;
import java.net.URI;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatusCallbacksTest {

    private static final String FORM =
            "MessageSid=" + MESSAGE + "&To=%2B15005550004&MessageStatus=failed&ErrorCode=21610";

    private final DoNotContactList doNotContact = DoNotContactList.inMemory();
    private final StatusCallbacks callbacks = new StatusCallbacks(ACCOUNT, doNotContact);
    private final TreeMap<String, String> fields = new TreeMap<>();

    StatusCallbacksTest() {
        fields.put("MessageSid", MESSAGE);
        fields.put("To", OPTED_OUT.e164());
        fields.put("MessageStatus", "failed");
        fields.put("ErrorCode", "21610");
    }

    @Test
    void a_signed_callback_is_accepted() {
        assertThat(callbacks.read(STATUS_CALLBACK, FORM, signature())).isInstanceOf(StatusCallback.SmsChanged.class);
    }

    @Test
    void an_unsigned_callback_is_forged() {
        assertThat(callbacks.read(STATUS_CALLBACK, FORM, null)).isEqualTo(new Forged());
    }

    @Test
    void a_callback_changed_in_transit_is_forged() {
        var changed = FORM.replace("%2B15005550004", "%2B15005550010");

        assertThat(callbacks.read(STATUS_CALLBACK, changed, signature())).isEqualTo(new Forged());
    }

    @Test
    void a_callback_sent_to_another_address_is_forged() {
        var elsewhere = URI.create("https://dialer.example.com/twilio/other");

        assertThat(callbacks.read(elsewhere, FORM, signature())).isEqualTo(new Forged());
    }

    @Test
    void a_callback_signed_with_another_token_is_forged_and_puts_nobody_on_the_list() {
        var others = TwilioSignature.of(new TwilioAccount(ACCOUNT.sid(), "wrong-auth-token"), STATUS_CALLBACK, fields);

        assertThat(callbacks.read(STATUS_CALLBACK, FORM, others)).isEqualTo(new Forged());
        assertThat(doNotContact.contains(OPTED_OUT)).isFalse();
    }

    @Test
    void a_signed_request_without_a_report_is_refused() {
        fields.clear();
        fields.put("Digits", "1");

        assertThatThrownBy(() -> callbacks.read(STATUS_CALLBACK, "Digits=1", signature()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        A request that Twilio signed reports on neither a message nor a call.
                          where: https://dialer.example.com/twilio/status
                          fix:   use this address at Twilio as a status callback only""");
    }

    private String signature() {
        return TwilioSignature.of(ACCOUNT, STATUS_CALLBACK, fields);
    }
}
