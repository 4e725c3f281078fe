package dev.treaty.stubs.twilio.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.verify.v2.Service;
import com.twilio.rest.verify.v2.service.Verification;
import com.twilio.rest.verify.v2.service.VerificationCheck;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerificationsTest {

    private static final String PERSON = "+14155550123";

    private final TwilioAccount account = TwilioAccount.create();
    private String service = "";

    @BeforeEach
    void createService() {
        service =
                Service.creator("Treaty").setCodeLength(4).create(account.sdk()).getSid();
    }

    @Test
    void the_code_that_was_sent_is_approved_once() {
        var sent = send();

        assertThat(sent.getStatus()).isEqualTo("pending");
        assertThat(code()).matches("\\d{4}");
        assertThat(check("none").getStatus()).isEqualTo("pending");
        assertThat(check(code()))
                .returns("approved", VerificationCheck::getStatus)
                .returns(true, VerificationCheck::getValid);
        assertRefused(20404, () -> check(code()));
    }

    @Test
    void a_code_lives_for_ten_minutes() {
        send();

        account.advance(Duration.ofMinutes(9));
        assertThat(check("none").getValid()).isFalse();
        account.advance(Duration.ofMinutes(1));
        assertRefused(20404, () -> check(code()));
        assertThat(send().getStatus()).isEqualTo("pending");
    }

    @Test
    void five_attempts_to_send_and_five_to_check_are_all() {
        for (var i = 0; i < 5; i++) {
            send();
            check("none");
        }

        assertRefused(60203, this::send);
        assertRefused(60202, () -> check(code()));
    }

    @Test
    void a_verification_is_canceled() {
        var sent = send();

        Verification.updater(service, sent.getSid(), Verification.Status.CANCELED)
                .update(account.sdk());

        assertRefused(20404, () -> check(code()));
        assertThat(send().getSid()).isNotEqualTo(sent.getSid());
    }

    @Test
    void what_cannot_be_sent_is_refused() {
        assertRefused(60200, () -> Verification.creator(service, "12", "sms").create(account.sdk()));
        assertRefused(60200, () -> Verification.creator(service, PERSON, "fax").create(account.sdk()));
        assertRefused(
                60205,
                () -> Verification.creator(service, "+15005550030", "sms").create(account.sdk()));
        assertRefused(20404, () -> Verification.creator("VA1", PERSON, "sms").create(account.sdk()));
        send();
        assertRefused(60200, () -> check("123"));
        assertRefused(60200, () -> check("12345678901"));
        assertRefused(60200, () -> Service.creator("x".repeat(33)).create(account.sdk()));
    }

    private Verification send() {
        return Verification.creator(service, PERSON, "sms").create(account.sdk());
    }

    private VerificationCheck check(String code) {
        return VerificationCheck.creator(service).setTo(PERSON).setCode(code).create(account.sdk());
    }

    private String code() {
        return account.control("GET", "/verifications?to=" + PERSON, Map.of())
                .path("code")
                .asText();
    }

    private static void assertRefused(int code, ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(code));
    }
}
