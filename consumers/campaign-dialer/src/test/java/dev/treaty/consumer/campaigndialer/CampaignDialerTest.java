package dev.treaty.consumer.campaigndialer;

import static dev.treaty.consumer.campaigndialer.TwilioExamples.CAMPAIGN;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.OPTED_OUT;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.VOTER;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.connection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.campaigndialer.FakeTwilio.Answer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CampaignDialerTest {

    private final DoNotContactList doNotContact = DoNotContactList.inMemory();

    @Test
    void a_recipient_who_has_opted_out_is_neither_texted_nor_called_again() throws Exception {
        try (var twilio = new FakeTwilio(Answer.optedOut(), Answer.message())) {
            var dialer = dialer(twilio.url());

            assertThat(dialer.text(OPTED_OUT, "Hello")).isEqualTo(new Attempt.DoNotContact<>(OPTED_OUT));
            assertThat(dialer.text(OPTED_OUT, "Are you sure?")).isEqualTo(new Attempt.DoNotContact<>(OPTED_OUT));
            assertThat(dialer.call(OPTED_OUT, "Are you sure?")).isEqualTo(new Attempt.DoNotContact<>(OPTED_OUT));

            assertThat(twilio.questions()).hasSize(1);
        }
    }

    @Test
    void an_opt_out_from_one_campaign_applies_to_the_others() throws Exception {
        try (var twilio = new FakeTwilio(Answer.optedOut(), Answer.message())) {
            dialer(twilio.url()).text(OPTED_OUT, "Hello");

            var other = dialer(twilio.url());

            assertThat(other.call(OPTED_OUT, "Hello")).isEqualTo(new Attempt.DoNotContact<>(OPTED_OUT));
            assertThat(twilio.questions()).hasSize(1);
        }
    }

    @Test
    void one_opt_out_does_not_stop_other_messages() throws Exception {
        try (var twilio = new FakeTwilio(Answer.optedOut(), Answer.message())) {
            var dialer = dialer(twilio.url());
            dialer.text(OPTED_OUT, "Hello");

            assertThat(dialer.text(VOTER, "Hello")).isInstanceOf(Attempt.Accepted.class);
        }
    }

    @Test
    void a_message_is_not_sent_again_after_a_server_error() throws Exception {
        try (var twilio = new FakeTwilio(Answer.of(503, ""), Answer.message())) {
            var attempt = dialer(twilio.url()).text(VOTER, "Hello");

            assertThat(attempt).isInstanceOf(Attempt.Unconfirmed.class);
            assertThat(twilio.questions()).hasSize(1);
        }
    }

    @Test
    void a_call_is_not_placed_again_after_a_server_error() throws Exception {
        try (var twilio = new FakeTwilio(Answer.of(500, "<html>Oops</html>"), Answer.message())) {
            var attempt = dialer(twilio.url()).call(VOTER, "Hello");

            assertThat(attempt).isInstanceOf(Attempt.Unconfirmed.class);
            assertThat(twilio.questions()).hasSize(1);
        }
    }

    @Test
    void too_many_requests_are_not_made_more() throws Exception {
        var tooMany = new Answer(429, "{\"code\": 20429}", Map.of("Retry-After", "7"));
        try (var twilio = new FakeTwilio(tooMany, Answer.message())) {
            var attempt = dialer(twilio.url()).text(VOTER, "Hello");

            assertThat(attempt).isEqualTo(new Attempt.TryLater<>(Duration.ofSeconds(7)));
            assertThat(twilio.questions()).hasSize(1);
        }
    }

    @Test
    void too_many_requests_without_a_time_mean_a_second() throws Exception {
        try (var twilio = new FakeTwilio(Answer.of(429, ""))) {
            assertThat(dialer(twilio.url()).text(VOTER, "Hello"))
                    .isEqualTo(new Attempt.TryLater<>(Duration.ofSeconds(1)));
        }
    }

    @Test
    void an_answer_that_cannot_be_read_leaves_open_whether_the_message_was_sent() throws Exception {
        try (var twilio = new FakeTwilio(Answer.of(201, "{\"status\": \"queued\"}"))) {
            assertThat(dialer(twilio.url()).text(VOTER, "Hello")).isInstanceOf(Attempt.Unconfirmed.class);
        }
    }

    @Test
    void silence_leaves_open_whether_the_message_was_sent() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var endpoint = TwilioEndpoint.at(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                    .within(Duration.ofSeconds(5), Duration.ofMillis(100));
            var dialer = new CampaignDialer(connection(endpoint), CAMPAIGN, doNotContact);

            assertThat(dialer.text(VOTER, "Hello")).isEqualTo(new Attempt.Unconfirmed<>("""
                    Twilio did not answer; the request may have been carried out.
                      where: POST /2010-04-01/Accounts/AC00000000000000000000000000000042/Messages.json
                      fix:   see https://status.twilio.com, and look at what became of the request before repeating it"""));
        }
    }

    @Test
    void an_unreachable_service_means_that_nothing_was_sent() throws Exception {
        try (var boundButNotListening = new Socket()) {
            boundButNotListening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var dialer = dialer(URI.create("http://127.0.0.1:" + boundButNotListening.getLocalPort()));

            assertThat(dialer.text(VOTER, "Hello")).isEqualTo(new Attempt.TryLater<>(Duration.ofSeconds(1)));
        }
    }

    @Test
    void words_cannot_become_instructions_to_twilio() throws Exception {
        try (var twilio = new FakeTwilio(Answer.of(503, ""))) {
            dialer(twilio.url()).call(VOTER, "</Say><Dial>+19005550000</Dial> & goodbye");

            var form = URLDecoder.decode(twilio.questions().get(0).body(), StandardCharsets.UTF_8);
            assertThat(form).contains("<Say>&lt;/Say&gt;&lt;Dial&gt;+19005550000&lt;/Dial&gt; &amp; goodbye</Say>");
        }
    }

    private CampaignDialer dialer(URI url) {
        return TwilioExamples.dialer(url.toString(), doNotContact);
    }
}
