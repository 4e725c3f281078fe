package dev.treaty.stubs.twilio.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Queue;
import com.twilio.rest.api.v2010.account.queue.Member;
import com.twilio.type.PhoneNumber;
import dev.treaty.stubs.twilio.testing.Application;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueuesTest {

    private final TwilioAccount account = TwilioAccount.create();
    private final Application application = Application.start();

    @BeforeEach
    void reply() {
        application.replyTwiml("/caller", "<Response><Enqueue action=\"/left\">support</Enqueue></Response>");
        application.replyTwiml("/agent", "<Response><Dial action=\"/talked\"><Queue>support</Queue></Dial></Response>");
        application.replyTwiml("/left", "<Response><Hangup/></Response>");
        application.replyTwiml("/talked", "<Response><Hangup/></Response>");
    }

    @AfterEach
    void close() {
        application.close();
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

    private void hangUp(String call) {
        account.control("POST", "/calls/" + call + "/hangup", Map.of());
        account.advance(Duration.ofSeconds(1));
    }

    private Queue queue() {
        return Queue.reader().firstPage(account.sdk()).getRecords().get(0);
    }

    private Member front() {
        return Member.fetcher(queue().getSid(), "Front").fetch(account.sdk());
    }

    @Test
    void callers_wait_in_their_order() {
        var first = call("/caller");
        call("/caller");

        assertThat(queue().getCurrentSize()).isEqualTo(2);
        assertThat(queue().getAverageWaitTime()).isPositive();
        assertThat(front().getCallSid()).isEqualTo(first);
        assertThat(front().getPosition()).isEqualTo(1);
        assertThat(front().getWaitTime()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void an_agent_is_connected_with_the_first_and_both_are_told_when_it_is_over() {
        call("/caller");
        call("/caller");
        var agent = call("/agent");
        assertThat(queue().getCurrentSize()).isEqualTo(1);

        hangUp(agent);

        assertThat(application.received("/talked", "DialCallStatus")).containsExactly("completed");
        assertThat(application.received("/left", "QueueResult")).containsExactly("bridged");
        assertThat(application.received("/left", "QueueSid")).containsExactly(queue().getSid());
    }

    @Test
    void an_agent_waits_for_a_caller() {
        Queue.creator("support").create(account.sdk());
        var agent = call("/agent");
        var caller = call("/caller");
        assertThat(queue().getCurrentSize()).isZero();

        hangUp(caller);

        assertThat(application.received("/talked", "DialCallSid")).containsExactly(caller);
        assertThat(Call.fetcher(agent).fetch(account.sdk()).getStatus()).isEqualTo(Call.Status.COMPLETED);
    }

    @Test
    void an_agent_to_whom_nobody_comes_goes_on() {
        Queue.creator("support").create(account.sdk());
        call("/agent");

        account.advance(Duration.ofSeconds(40));

        assertThat(application.received("/talked", "DialCallStatus")).containsExactly("no-answer");
    }

    @Test
    void whoever_hangs_up_leaves_the_queue() {
        hangUp(call("/caller"));

        assertThat(application.received("/left", "QueueResult")).containsExactly("hangup");
        assertThat(queue().getCurrentSize()).isZero();
    }

    @Test
    void a_queue_that_is_full_takes_nobody() {
        Queue.creator("support").setMaxSize(1).create(account.sdk());
        call("/caller");

        call("/caller");

        assertThat(application.received("/left", "QueueResult")).containsExactly("queue-full");
    }

    @Test
    void the_api_takes_a_caller_out() {
        application.replyTwiml("/elsewhere", "<Response><Say>Hello</Say></Response>");
        var caller = call("/caller");

        Member.updater(queue().getSid(), caller, URI.create(application.url("/elsewhere")))
                .update(account.sdk());
        account.advance(Duration.ofSeconds(5));

        assertThat(application.received("/elsewhere", "CallSid")).containsExactly(caller);
        assertThat(queue().getCurrentSize()).isZero();
    }

    @Test
    void a_queue_in_which_somebody_waits_is_not_deleted() {
        var caller = call("/caller");
        var queue = queue().getSid();

        assertThatThrownBy(() -> Queue.deleter(queue).delete(account.sdk())).isInstanceOf(ApiException.class);
        hangUp(caller);

        assertThat(Queue.deleter(queue).delete(account.sdk())).isTrue();
    }

    @Test
    void two_queues_do_not_have_the_same_name() {
        Queue.creator("support").create(account.sdk());

        assertThatThrownBy(() -> Queue.creator("support").create(account.sdk()))
                .isInstanceOfSatisfying(
                        ApiException.class, error -> assertThat(error.getCode()).isEqualTo(20409));
    }
}
