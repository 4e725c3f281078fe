package dev.treaty.stubs.twilio.conference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.treaty.stubs.twilio.testing.Application;
import dev.treaty.stubs.twilio.testing.TwilioAccount;
import dev.treaty.stubs.vendor.world.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConferencesTest {

    private final TwilioAccount account = TwilioAccount.create();
    private final Application application = Application.start();

    @AfterEach
    void close() {
        application.close();
    }

    private String call(String number) {
        return Call.creator(
                        new PhoneNumber(number),
                        new PhoneNumber(TwilioAccount.OWN_NUMBER),
                        URI.create(application.url("/voice")))
                .create(account.sdk())
                .getSid();
    }

    private Call.Status status(String call) {
        return Call.fetcher(call).fetch(account.sdk()).getStatus();
    }

    private void wait(int seconds) {
        account.advance(Duration.ofSeconds(seconds));
    }

    private void confer(String attributes) {
        application.replyTwiml(
                "/voice",
                "<Response><Dial><Conference %s>Room</Conference></Dial><Say>Bye</Say></Response>"
                        .formatted(attributes));
    }

    private Conference only() {
        var all = StreamSupport.stream(Conference.reader().read(account.sdk()).spliterator(), false)
                .toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<String> participants() {
        var list = account.request(
                "GET",
                "/2010-04-01/Accounts/%s/Conferences/%s/Participants.json".formatted(account.sid(), only().getSid()),
                "");
        return StreamSupport.stream(
                        Json.parse(list.body().getBytes(UTF_8))
                                .path("participants")
                                .spliterator(),
                        false)
                .map(participant -> participant.path("call_sid").asText())
                .toList();
    }

    @Test
    void it_starts_when_two_take_part_and_ends_when_the_last_one_leaves() {
        confer("statusCallback=\"/events\" statusCallbackEvent=\"start end join leave\"");
        var first = call("+14155550101");
        wait(10);
        assertThat(only().getStatus()).isEqualTo(Conference.Status.INIT);

        var second = call("+14155550102");
        wait(10);

        assertThat(only().getStatus()).isEqualTo(Conference.Status.IN_PROGRESS);
        assertThat(participants()).containsExactlyInAnyOrder(first, second);
        hangUp(first);
        hangUp(second);
        wait(1);
        assertThat(only().getStatus()).isEqualTo(Conference.Status.COMPLETED);
        assertThat(only().getReasonConferenceEnded()).hasToString("last-participant-left");
        assertThat(application.received("/events", "StatusCallbackEvent"))
                .containsExactly(
                        "participant-join",
                        "participant-join",
                        "conference-start",
                        "participant-leave",
                        "participant-leave",
                        "conference-end");
    }

    private void hangUp(String call) {
        account.control("POST", "/calls/" + call + "/hangup", Map.of());
    }

    @Test
    void nobody_starts_it_who_may_not() {
        confer("startConferenceOnEnter=\"false\"");
        call("+14155550101");
        call("+14155550102");

        wait(10);

        assertThat(only().getStatus()).isEqualTo(Conference.Status.INIT);
    }

    @Test
    void it_ends_with_the_one_who_ends_it_and_the_others_go_on() {
        confer("endConferenceOnExit=\"true\"");
        var moderator = call("+14155550101");
        wait(10);
        confer("endConferenceOnExit=\"false\"");
        var guest = call("+14155550102");
        wait(10);

        hangUp(moderator);
        wait(10);

        assertThat(only().getReasonConferenceEnded()).hasToString("participant-with-end-conference-on-exit-left");
        assertThat(only().getCallSidEndingConference()).isEqualTo(moderator);
        assertThat(status(guest)).isEqualTo(Call.Status.COMPLETED);
        assertThat(account.request("GET", "/__treaty/calls/" + guest, "").body())
                .contains("\"said\":[\"Bye\"]");
    }

    @Test
    void whoever_is_invited_takes_part_when_the_call_is_answered() {
        var invited = Participant.creator(
                        "Sales", new PhoneNumber(TwilioAccount.OWN_NUMBER), new PhoneNumber("+14155550101"))
                .setLabel("customer")
                .create(account.sdk());
        assertThat(invited.getStatus()).hasToString("queued");

        wait(10);

        assertThat(participants()).containsExactly(invited.getCallSid());
        assertThat(Participant.fetcher(only().getSid(), "customer")
                        .fetch(account.sdk())
                        .getStatus())
                .hasToString("connected");
    }

    @Test
    void whoever_does_not_answer_does_not_take_part() {
        Participant.creator("Sales", new PhoneNumber(TwilioAccount.OWN_NUMBER), new PhoneNumber("+15005550031"))
                .create(account.sdk());

        wait(30);

        assertThat(participants()).isEmpty();
    }

    @Test
    void a_conference_that_is_full_lets_nobody_in() {
        confer("maxParticipants=\"1\"");
        call("+14155550101");
        wait(10);
        var second = call("+14155550102");

        wait(20);

        assertThat(participants()).hasSize(1);
        assertThat(status(second)).isEqualTo(Call.Status.COMPLETED);
    }

    @Test
    void an_unknown_conference_is_not_there() {
        assertThatThrownBy(() -> Conference.fetcher("CF" + "0".repeat(32)).fetch(account.sdk()))
                .hasMessageContaining("was not found");
        assertThat(Call.creator(
                                new PhoneNumber("+14155550101"),
                                new PhoneNumber(TwilioAccount.OWN_NUMBER),
                                new Twiml("<Response><Dial><Conference>A &amp; B</Conference></Dial></Response>"))
                        .create(account.sdk())
                        .getSid())
                .startsWith("CA");
        wait(10);
        assertThat(only().getFriendlyName()).isEqualTo("A & B");
    }

    @Test
    void who_waits_for_a_conference_hears_the_wait_url_until_it_starts() {
        confer("waitUrl=\"/wait\"");
        application.replyTwiml("/wait", "<Response><Pause length=\"10\"/><Gather/><Hangup/></Response>");
        var first = call("+14155550101");
        wait(30);
        var heard = application.received("/wait", "CallSid");
        call("+14155550102");
        wait(60);

        assertThat(heard).hasSizeGreaterThanOrEqualTo(3).containsOnly(first);
        assertThat(application.received("/wait", "CallSid"))
                .filteredOn(first::equals)
                .hasSizeLessThanOrEqualTo(heard.size() + 1);
        assertThat(only().getStatus()).isEqualTo(Conference.Status.IN_PROGRESS);
        assertThat(status(first)).isEqualTo(Call.Status.IN_PROGRESS);
    }

    @Test
    void who_hears_the_wait_url_can_be_removed() {
        confer("waitUrl=\"/wait\"");
        application.replyTwiml("/wait", "<Response><Pause length=\"10\"/></Response>");
        var call = call("+14155550101");
        wait(15);
        Participant.deleter(only().getSid(), call).delete(account.sdk());
        wait(10);

        assertThat(status(call)).isEqualTo(Call.Status.COMPLETED);
        assertThat(only().getStatus()).isEqualTo(Conference.Status.COMPLETED);
    }
}
