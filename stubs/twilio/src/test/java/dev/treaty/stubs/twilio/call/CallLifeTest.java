package dev.treaty.stubs.twilio.call;

import static dev.treaty.stubs.twilio.testing.TwilioAccount.OWN_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.treaty.stubs.twilio.testing.Application;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallLifeTest {

    private static final String PAUSE = "<Response><Pause length=\"20\"/></Response>";
    private static final List<String> EVENTS = List.of("initiated", "ringing", "answered", "completed");

    private final TwilioAccount account = TwilioAccount.create();

    @Test
    void a_call_is_queued_rings_is_answered_and_completed_by_the_clock() {
        var call = TestCall.make(account, TestCall.with(PAUSE));

        assertThat(call.status()).isEqualTo(Call.Status.QUEUED);
        call.advance(1);
        assertThat(call.status()).isEqualTo(Call.Status.RINGING);
        call.advance(3);
        assertThat(call.status()).isEqualTo(Call.Status.IN_PROGRESS);
        call.advance(30);
        assertThat(call.fetch())
                .returns(Call.Status.COMPLETED, Call::getStatus)
                .returns("20", Call::getDuration)
                .returns("-0.01400", Call::getPrice)
                .returns("outbound-api", Call::getDirection);
    }

    @Test
    void each_status_is_posted_in_its_order_and_signed() {
        try (var application = Application.start()) {
            var call = TestCall.make(
                    account,
                    TestCall.with(PAUSE)
                            .setStatusCallback(URI.create(application.url("/status?campaign=7")))
                            .setStatusCallbackEvent(EVENTS));

            call.advance(60);

            assertThat(application.received("/status", "CallStatus"))
                    .containsExactly("initiated", "ringing", "in-progress", "completed");
            assertThat(application.received("/status", "SequenceNumber")).containsExactly("0", "1", "2", "3");
            assertThat(application.received("/status"))
                    .allMatch(callback -> callback.isSignedWith(account.token()))
                    .noneMatch(callback -> callback.isSignedWith("another token"));
        }
    }

    @ParameterizedTest
    @CsvSource({"+15005550031, busy", "+15005550032, no-answer", "+15005550033, failed"})
    void a_call_that_nobody_answers_ends_without_twiml(String number, String status) {
        try (var application = Application.start()) {
            var call = TestCall.make(
                    account,
                    TestCall.to(number, application.url("/voice"))
                            .setStatusCallback(URI.create(application.url("/status"))));

            call.advance(60);

            assertThat(call.fetch())
                    .returns(Call.Status.forValue(status), Call::getStatus)
                    .returns("0", Call::getDuration);
            assertThat(application.received("/status", "CallStatus")).containsExactly(status);
            assertThat(application.received("/voice")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "+15005550001, +15005550006, 21217",
        "+15005550002, +15005550006, 21214",
        "+15005550003, +15005550006, 21215",
        "+15005550004, +15005550006, 21216",
        "+14155550123, +15005550001, 21212",
        "+14155550123, +14155550199, 21210",
    })
    void magic_numbers_are_refused_with_their_code(String to, String from, int code) {
        var request = Call.creator(new PhoneNumber(to), new PhoneNumber(from), new Twiml(PAUSE));

        assertThatThrownBy(() -> request.create(account.sdk()))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(code));
        assertThat(Call.reader().read(account.sdk())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Enable, machine_start", "DetectMessageEnd, machine_end_beep"})
    void a_machine_is_detected_before_twiml_is_asked_for(String mode, String answeredBy) {
        try (var application = Application.start()) {
            var call = TestCall.make(
                    account,
                    TestCall.to("+15005550034", application.url("/voice")).setMachineDetection(mode));

            call.advance(60);

            assertThat(application.received("/voice", "AnsweredBy")).containsExactly(answeredBy);
            assertThat(call.fetch().getAnsweredBy()).isEqualTo(answeredBy);
        }
    }

    @Test
    void a_call_is_canceled_before_it_is_answered_and_completed_after() {
        var queued = TestCall.make(account, TestCall.with(PAUSE));
        var live = TestCall.make(account, TestCall.with(PAUSE));
        end(queued, Call.UpdateStatus.CANCELED);
        live.advance(5);

        end(live, Call.UpdateStatus.CANCELED);
        assertThat(live.status()).isEqualTo(Call.Status.IN_PROGRESS);
        end(live, Call.UpdateStatus.COMPLETED);

        assertThat(queued.status()).isEqualTo(Call.Status.CANCELED);
        assertThat(live.status()).isEqualTo(Call.Status.COMPLETED);
        assertThatThrownBy(() -> end(live, Call.UpdateStatus.COMPLETED))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(21220));
    }

    private void end(TestCall call, Call.UpdateStatus status) {
        Call.updater(call.sid()).setStatus(status).update(account.sdk());
    }

    @Test
    void calls_are_listed_by_what_they_are() {
        TestCall.make(account, TestCall.with(PAUSE));
        var busy = TestCall.make(account, TestCall.to("+15005550031", "http://127.0.0.1:9/voice"));
        busy.advance(60);

        assertThat(Call.reader().setStatus(Call.Status.BUSY).read(account.sdk()))
                .extracting(Call::getSid)
                .containsExactly(busy.sid());
        assertThat(Call.reader()
                        .setTo(new PhoneNumber(TestCall.CALLEE))
                        .setPageSize(1L)
                        .read(account.sdk()))
                .hasSize(1);
        assertThat(Call.reader()
                        .setFrom(new PhoneNumber(OWN_NUMBER))
                        .setPageSize(1L)
                        .read(account.sdk()))
                .hasSize(2);
    }
}
