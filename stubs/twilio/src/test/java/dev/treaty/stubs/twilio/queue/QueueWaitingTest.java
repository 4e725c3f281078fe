package dev.treaty.stubs.twilio.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Queue;
import com.twilio.rest.api.v2010.account.call.Notification;
import com.twilio.type.PhoneNumber;
import dev.treaty.stubs.twilio.testing.Application;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers hear and do while they wait in a queue: the TwiML of {@code waitUrl}. */
class QueueWaitingTest {

    private final TwilioAccount account = TwilioAccount.create();
    private final Application application = Application.start();

    @BeforeEach
    void reply() {
        application.replyTwiml(
                "/caller", "<Response><Enqueue waitUrl=\"/wait\" action=\"/left\">support</Enqueue></Response>");
        application.replyTwiml("/left", "<Response><Say>Goodbye</Say></Response>");
    }

    @AfterEach
    void close() {
        application.close();
    }

    private void play(String verbs) {
        application.replyTwiml("/wait", "<Response>" + verbs + "</Response>");
    }

    private String call(String path) {
        var call = Call.creator(
                        new PhoneNumber("+14155550101"),
                        new PhoneNumber(TwilioAccount.OWN_NUMBER),
                        URI.create(application.url(path)))
                .create(account.sdk())
                .getSid();
        account.advance(Duration.ofSeconds(10));
        return call;
    }

    private int waiting() {
        return Queue.reader().firstPage(account.sdk()).getRecords().get(0).getCurrentSize();
    }

    private Call.Status status(String call) {
        return Call.fetcher(call).fetch(account.sdk()).getStatus();
    }

    @Test
    void a_caller_hears_the_same_again_and_again_and_the_application_is_told_the_place() {
        play("<Pause length=\"10\"/>");

        call("/caller");
        call("/caller");
        account.advance(Duration.ofSeconds(30));

        assertThat(application.received("/wait", "QueuePosition"))
                .hasSizeGreaterThanOrEqualTo(6)
                .contains("1", "2");
        assertThat(application.received("/wait", "CurrentQueueSize")).contains("1", "2");
        assertThat(application.received("/wait", "QueueTime")).contains("0", "10", "20");
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void a_caller_leaves_and_goes_on_with_the_action() {
        play("<Leave/>");

        var call = call("/caller");

        assertThat(application.received("/left", "QueueResult")).containsExactly("leave");
        assertThat(status(call)).isEqualTo(Call.Status.COMPLETED);
        assertThat(waiting()).isZero();
    }

    @Test
    void without_an_action_a_caller_who_leaves_goes_on_after_the_queue() {
        application.replyTwiml(
                "/caller",
                "<Response><Enqueue waitUrl=\"/wait\">support</Enqueue><Redirect>/closed</Redirect></Response>");
        application.replyTwiml("/closed", "<Response><Hangup/></Response>");
        play("<Gather numDigits=\"1\" action=\"/pressed\" timeout=\"60\"/>");
        application.replyTwiml("/pressed", "<Response><Leave/></Response>");

        var call = call("/caller");
        account.control("POST", "/calls/" + call + "/digits", Map.of("digits", "1"));
        account.advance(Duration.ofSeconds(1));

        assertThat(application.received("/pressed", "Digits")).containsExactly("1");
        assertThat(application.received("/closed", "CallSid")).containsExactly(call);
    }

    @Test
    void a_caller_who_is_connected_hears_nothing_more() {
        play("<Pause length=\"10\"/>");
        application.replyTwiml("/agent", "<Response><Dial><Queue>support</Queue></Dial></Response>");
        call("/caller");
        var agent = call("/agent");
        var heard = application.received("/wait", "CallSid").size();

        account.advance(Duration.ofMinutes(1));
        account.control("POST", "/calls/" + agent + "/hangup", Map.of());
        account.advance(Duration.ofSeconds(1));

        assertThat(application.received("/wait", "CallSid")).hasSize(heard);
        assertThat(application.received("/left", "QueueResult")).containsExactly("bridged");
    }

    @Test
    void what_a_caller_hears_can_end_the_call() {
        play("<Hangup/>");

        var call = call("/caller");

        assertThat(application.received("/left", "QueueResult")).containsExactly("hangup");
        assertThat(status(call)).isEqualTo(Call.Status.COMPLETED);
        assertThat(waiting()).isZero();
    }

    @Test
    void who_waits_calls_nobody() {
        play("<Dial>+14155550102</Dial><Pause length=\"60\"/>");

        var call = call("/caller");

        assertThat(Call.reader().setParentCallSid(call).firstPage(account.sdk()).getRecords())
                .isEmpty();
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void without_anything_to_hear_a_caller_waits_in_silence() {
        application.replyStatus("/wait", 404);

        var broken = call("/caller");
        play("");
        var endless = call("/caller");

        assertThat(waiting()).isEqualTo(2);
        assertThat(status(broken)).isEqualTo(Call.Status.IN_PROGRESS);
        assertThat(status(endless)).isEqualTo(Call.Status.IN_PROGRESS);
        assertThat(Notification.reader(broken).firstPage(account.sdk()).getRecords())
                .extracting(Notification::getErrorCode)
                .containsExactly("11200");
        assertThat(Notification.reader(endless).firstPage(account.sdk()).getRecords())
                .extracting(Notification::getErrorCode)
                .containsExactly("11215");
    }
}
