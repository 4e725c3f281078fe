package dev.treaty.consumer.campaigndialer;

import static dev.treaty.consumer.campaigndialer.TwilioExamples.CAMPAIGN;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.OPTED_OUT;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.VOTER;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.connection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.campaigndialer.FakeTwilio.CannedResponse;
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
        try (var twilio = new FakeTwilio(CannedResponse.optedOut(), CannedResponse.message())) {
            var dialer = dialer(twilio.url());

            assertThat(dialer.text(OPTED_OUT, "Hello")).isEqualTo(new ContactResult.DoNotContact<>(OPTED_OUT));
            assertThat(dialer.text(OPTED_OUT, "Are you sure?")).isEqualTo(new ContactResult.DoNotContact<>(OPTED_OUT));
            assertThat(dialer.call(OPTED_OUT, "Are you sure?")).isEqualTo(new ContactResult.DoNotContact<>(OPTED_OUT));

            assertThat(twilio.questions()).hasSize(1);
        }
    }

    @Test
    void an_opt_out_from_one_campaign_applies_to_the_others() throws Exception {
        try (var twilio = new FakeTwilio(CannedResponse.optedOut(), CannedResponse.message())) {
            dialer(twilio.url()).text(OPTED_OUT, "Hello");

            var other = dialer(twilio.url());

            assertThat(other.call(OPTED_OUT, "Hello")).isEqualTo(new ContactResult.DoNotContact<>(OPTED_OUT));
            assertThat(twilio.questions()).hasSize(1);
        }
    }

    @Test
    void one_opt_out_does_not_stop_other_messages() throws Exception {
        try (var twilio = new FakeTwilio(CannedResponse.optedOut(), CannedResponse.message())) {
            var dialer = dialer(twilio.url());
            dialer.text(OPTED_OUT, "Hello");

            assertThat(dialer.text(VOTER, "Hello")).isInstanceOf(ContactResult.Accepted.class);
        }
    }

    @Test
    void a_message_is_not_sent_again_after_a_server_error() throws Exception {
        try (var twilio = new FakeTwilio(CannedResponse.of(503, ""), CannedResponse.message())) {
            var attempt = dialer(twilio.url()).text(VOTER, "Hello");

            assertThat(attempt).isInstanceOf(ContactResult.Unconfirmed.class);
            assertThat(twilio.questions()).hasSize(1);
        }
    }

    @Test
    void a_call_is_not_placed_again_after_a_server_error() throws Exception {
        try (var twilio = new FakeTwilio(CannedResponse.of(500, "<html>Oops</html>"), CannedResponse.message())) {
            var attempt = dialer(twilio.url()).call(VOTER, "Hello");

            assertThat(attempt).isInstanceOf(ContactResult.Unconfirmed.class);
            assertThat(twilio.questions()).hasSize(1);
        }
    }

    @Test
    void a_request_over_the_limit_is_not_repeated() throws Exception {
        var tooMany = new CannedResponse(429, "{\"code\": 20429}", Map.of("Retry-After", "7"));
        try (var twilio = new FakeTwilio(tooMany, CannedResponse.message())) {
            var attempt = dialer(twilio.url()).text(VOTER, "Hello");

            assertThat(attempt).isEqualTo(new ContactResult.TryLater<>(Duration.ofSeconds(7)));
            assertThat(twilio.questions()).hasSize(1);
        }
    }

    @Test
    void without_a_retry_after_the_wait_is_one_second() throws Exception {
        try (var twilio = new FakeTwilio(CannedResponse.of(429, ""))) {
            assertThat(dialer(twilio.url()).text(VOTER, "Hello"))
                    .isEqualTo(new ContactResult.TryLater<>(Duration.ofSeconds(1)));
        }
    }

    @Test
    void after_an_unreadable_response_it_is_unknown_whether_the_message_was_sent() throws Exception {
        try (var twilio = new FakeTwilio(CannedResponse.of(201, "{\"status\": \"queued\"}"))) {
            assertThat(dialer(twilio.url()).text(VOTER, "Hello")).isInstanceOf(ContactResult.Unconfirmed.class);
        }
    }

    @Test
    void without_a_response_it_is_unknown_whether_the_message_was_sent() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var endpoint = TwilioEndpoint.at(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                    .within(Duration.ofSeconds(5), Duration.ofMillis(100));
            var dialer = new CampaignDialer(connection(endpoint), CAMPAIGN, doNotContact);

            assertThat(dialer.text(VOTER, "Hello")).isEqualTo(new ContactResult.Unconfirmed<>("""
                    Twilio did not respond; the request may have been carried out.
                      where: POST /2010-04-01/Accounts/AC00000000000000000000000000000042/Messages.json
                      fix:   see https://status.twilio.com, and check whether the request was carried out before repeating it"""));
        }
    }

    @Test
    void nothing_was_sent_if_the_service_is_unreachable() throws Exception {
        try (var boundButNotListening = new Socket()) {
            boundButNotListening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var dialer = dialer(URI.create("http://127.0.0.1:" + boundButNotListening.getLocalPort()));

            assertThat(dialer.text(VOTER, "Hello")).isEqualTo(new ContactResult.TryLater<>(Duration.ofSeconds(1)));
        }
    }

    @Test
    void words_are_escaped_and_cannot_become_instructions() throws Exception {
        try (var twilio = new FakeTwilio(CannedResponse.of(503, ""))) {
            dialer(twilio.url()).call(VOTER, "</Say><Dial>+19005550000</Dial> & goodbye");

            var form = URLDecoder.decode(twilio.questions().get(0).body(), StandardCharsets.UTF_8);
            assertThat(form).contains("<Say>&lt;/Say&gt;&lt;Dial&gt;+19005550000&lt;/Dial&gt; &amp; goodbye</Say>");
        }
    }

    private CampaignDialer dialer(URI url) {
        return TwilioExamples.dialer(url.toString(), doNotContact);
    }
}
