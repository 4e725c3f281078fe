package dev.treaty.stubs.twilio.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.OutgoingCallerId;
import com.twilio.rest.api.v2010.account.ValidationRequest;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.treaty.stubs.twilio.testing.Application;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallerIdsTest {

    private static final PhoneNumber OTHER = new PhoneNumber("+14158675310");
    private static final PhoneNumber CALLEE = new PhoneNumber("+14155550101");

    private final TwilioAccount account = TwilioAccount.create();
    private final Application application = Application.start();

    @AfterEach
    void close() {
        application.close();
    }

    private OutgoingCallerId verified() {
        var request = ValidationRequest.creator(OTHER)
                .setFriendlyName("Office")
                .setStatusCallback(URI.create(application.url("/verified")))
                .create(account.sdk());
        assertThat(request.getValidationCode()).matches("\\d{6}");
        account.advance(Duration.ofMinutes(1));
        return OutgoingCallerId.reader()
                .setPhoneNumber(OTHER)
                .firstPage(account.sdk())
                .getRecords()
                .get(0);
    }

    private Call call() {
        return Call.creator(CALLEE, OTHER, new Twiml("<Response/>")).create(account.sdk());
    }

    @Test
    void an_account_calls_from_a_number_that_it_has_verified_but_sends_no_messages() {
        assertThatThrownBy(this::call)
                .isInstanceOfSatisfying(
                        ApiException.class, error -> assertThat(error.getCode()).isEqualTo(21210));

        var callerId = verified();

        assertThat(callerId.getFriendlyName()).isEqualTo("Office");
        assertThat(application.received("/verified", "VerificationStatus")).containsExactly("success");
        assertThat(application.received("/verified", "OutgoingCallerIdSid")).containsExactly(callerId.getSid());
        assertThat(call().getFrom()).isEqualTo(OTHER.toString());
        assertThatThrownBy(() -> Message.creator(CALLEE, OTHER, "x").create(account.sdk()))
                .isInstanceOfSatisfying(
                        ApiException.class, error -> assertThat(error.getCode()).isEqualTo(21606));
    }

    @Test
    void a_number_that_was_deleted_is_not_verified() {
        OutgoingCallerId.deleter(verified().getSid()).delete(account.sdk());

        assertThatThrownBy(this::call).isInstanceOf(ApiException.class);
    }

    @Test
    void a_number_is_verified_once() {
        verified();

        assertThatThrownBy(() -> ValidationRequest.creator(OTHER).create(account.sdk()))
                .isInstanceOfSatisfying(
                        ApiException.class, error -> assertThat(error.getCode()).isEqualTo(21450));
    }
}
