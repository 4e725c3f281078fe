package dev.treaty.stubs.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import dev.treaty.stubs.matching.interaction.Message;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwilioStubTest {

    private static final String CALLBACK_URL = "https://dialler.example/callbacks?campaign=7";

    @Test
    void the_sdk_accepts_the_signature_of_a_completed_callback() {
        var callback =
                callback("To=%2B15005550010&MessageStatus=delivered&Body=a+%26+b", Map.of("callbackUrl", CALLBACK_URL));

        var signature =
                String.valueOf(new TwilioStub().complete(callback).metadata().get("X-Twilio-Signature"));

        var fields = Map.of("To", "+15005550010", "MessageStatus", "delivered", "Body", "a & b");
        var sdk = new RequestValidator(TwilioStub.AUTH_TOKEN);
        assertThat(sdk.validate(CALLBACK_URL, fields, signature)).isTrue();
        assertThat(sdk.validate(CALLBACK_URL + "8", fields, signature)).isFalse();
    }

    @Test
    void a_message_without_a_callback_url_is_not_signed() {
        var message = callback("MessageStatus=delivered", Map.of());

        assertThat(new TwilioStub().complete(message)).isSameAs(message);
    }

    private static Message callback(String form, Map<String, Object> metadata) {
        return new Message("a report", form.getBytes(UTF_8), "application/x-www-form-urlencoded", Map.copyOf(metadata));
    }
}
