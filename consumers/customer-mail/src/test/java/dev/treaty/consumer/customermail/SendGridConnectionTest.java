package dev.treaty.consumer.customermail;

import static dev.treaty.consumer.customermail.MailExamples.KEY;
import static dev.treaty.consumer.customermail.MailExamples.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.customermail.FakeSendGrid.CannedResponse;
import dev.treaty.consumer.customermail.sent.InMemorySentMails;
import dev.treaty.consumer.recording.Examples;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a contract cannot show: time, silence, and responses that are not SendGrid's. */
class SendGridConnectionTest {

    private static final long NOW = Examples.NOW.getEpochSecond();

    private final List<Duration> pauses = new ArrayList<>();
    private final PausingClock clock = new PausingClock();

    @Test
    void a_limit_that_is_over_soon_is_waited_for_and_the_mail_is_sent_once() throws Exception {
        try (var sendGrid = new FakeSendGrid(CannedResponse.tooMany(NOW + 7), CannedResponse.accepted())) {
            var result = mail(sendGrid.url(), Duration.ofSeconds(10)).send(invoice());

            assertThat(result).isInstanceOf(SendResult.Accepted.class);
            assertThat(pauses).containsExactly(Duration.ofSeconds(7));
            assertThat(sendGrid.requests()).hasSize(2);
        }
    }

    @Test
    void a_limit_that_lasts_longer_is_not_asked_again_before_it_is_over() throws Exception {
        try (var sendGrid = new FakeSendGrid(CannedResponse.tooMany(NOW + 60), CannedResponse.accepted())) {
            var mail = mail(sendGrid.url(), Duration.ofSeconds(10));
            assertThatThrownBy(() -> mail.send(invoice())).isInstanceOf(TooManyRequests.class);

            assertThatThrownBy(() -> mail.send(invoice()))
                    .isInstanceOfSatisfying(
                            TooManyRequests.class,
                            refused -> assertThat(refused.notBefore()).isEqualTo(Examples.NOW.plusSeconds(60)));

            assertThat(sendGrid.requests()).hasSize(1);
            clock.now = clock.now.plusSeconds(60);
            assertThat(mail.send(invoice())).isInstanceOf(SendResult.Accepted.class);
        }
    }

    @Test
    void a_response_that_says_that_nothing_is_left_holds_back_the_next_request() throws Exception {
        var last = new CannedResponse(
                202, "", Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", String.valueOf(NOW + 3)));
        try (var sendGrid = new FakeSendGrid(last, CannedResponse.accepted())) {
            var mail = mail(sendGrid.url(), Duration.ofSeconds(10));

            mail.send(invoice());
            mail.send(Mail.of("invoice-43", MailExamples.JANE, MailExamples.text(), "invoice"));

            assertThat(pauses).containsExactly(Duration.ofSeconds(3));
        }
    }

    @Test
    void a_limit_without_a_time_or_with_a_time_that_makes_no_sense_is_waited_for_a_second() throws Exception {
        var past = CannedResponse.tooMany(NOW - 100);
        var never = CannedResponse.tooMany(99_999_999_999L);
        try (var sendGrid = new FakeSendGrid(past, never, CannedResponse.accepted())) {
            var mail = mail(sendGrid.url(), Duration.ofSeconds(10));

            assertThatThrownBy(() -> mail.send(invoice())).isInstanceOf(TooManyRequests.class);
            mail.send(invoice());

            assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
        }
    }

    @Test
    void a_mail_with_a_reference_that_was_sent_is_not_sent_again() throws Exception {
        try (var sendGrid = new FakeSendGrid(CannedResponse.accepted())) {
            var mail = mail(sendGrid.url(), Duration.ZERO);
            mail.send(invoice());

            assertThat(mail.send(invoice())).isEqualTo(new SendResult.AlreadySent(MailExamples.MESSAGE_ID));
            assertThat(sendGrid.requests()).hasSize(1);
        }
    }

    @Test
    void an_event_settles_whether_a_mail_went_out() throws Exception {
        try (var sendGrid = new FakeSendGrid(CannedResponse.of(500, ""))) {
            var mail = mail(sendGrid.url(), Duration.ZERO);
            assertThatThrownBy(() -> mail.send(invoice())).isInstanceOf(SendGridUnavailable.class);

            mail.settle("invoice-42", "message-1.filter");

            assertThat(mail.send(invoice())).isEqualTo(new SendResult.AlreadySent("message-1.filter"));
        }
    }

    @Test
    void nobody_there_means_that_nothing_was_sent() throws Exception {
        URI nobody;
        try (var port = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + port.getLocalPort());
        }
        var sent = new InMemorySentMails();
        var mail = new CustomerMail(connection(SendGridEndpoint.at(nobody), Duration.ZERO), MailExamples.SENDER, sent);

        assertThatThrownBy(() -> mail.send(invoice()))
                .isInstanceOfSatisfying(
                        SendGridUnavailable.class,
                        unavailable -> assertThat(unavailable.maybeTaken()).isFalse());
        assertThat(sent.claim("invoice-42")).isEmpty();
    }

    @Test
    void silence_ends_with_the_time_out_and_may_mean_that_the_mail_went_out() throws Exception {
        try (var silent = new ServerSocket(0)) {
            var endpoint = SendGridEndpoint.at(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                    .within(Duration.ofSeconds(5), Duration.ofMillis(200));
            var mail = MailExamples.mail(connection(endpoint, Duration.ZERO), MailExamples.SENDER);

            assertThatThrownBy(() -> mail.send(invoice()))
                    .isInstanceOfSatisfying(
                            SendGridUnavailable.class,
                            unavailable -> assertThat(unavailable.maybeTaken()).isTrue())
                    .hasMessageStartingWith("SendGrid did not respond; the request may have been carried out.");
        }
    }

    @Test
    void a_response_without_end_is_not_read_to_its_end() throws Exception {
        var long_ = CannedResponse.of(200, "[" + " ".repeat(BoundedHttpClient.LONGEST_BODY) + "]");
        try (var sendGrid = new FakeSendGrid(long_)) {
            var suppressions = new Suppressions(connection(SendGridEndpoint.at(sendGrid.url()), Duration.ZERO));

            assertThatThrownBy(() -> suppressions.bounce(MailExamples.JANE))
                    .isInstanceOf(SendGridUnavailable.class)
                    .hasRootCauseMessage("the response has more than 4194304 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome to the hotel</html>", "", "{}", "[{}]", "[{\"email\": \"a@example.org\"}]"})
    void a_response_that_is_not_sendgrids_is_not_an_empty_list(String body) throws Exception {
        try (var proxy = new FakeSendGrid(CannedResponse.of(200, body))) {
            var suppressions = new Suppressions(connection(SendGridEndpoint.at(proxy.url()), Duration.ZERO));

            assertThatThrownBy(() -> suppressions.bounce(MailExamples.JANE)).isInstanceOf(SendGridUnavailable.class);
        }
    }

    @Test
    void a_redirect_is_not_followed_with_the_key() throws Exception {
        try (var elsewhere = new FakeSendGrid(CannedResponse.of(200, "[]"));
                var proxy = new FakeSendGrid(
                        new CannedResponse(302, "", Map.of("Location", elsewhere.url() + "/v3/elsewhere")))) {
            var suppressions = new Suppressions(connection(SendGridEndpoint.at(proxy.url()), Duration.ZERO));

            assertThatThrownBy(() -> suppressions.bounce(MailExamples.JANE)).isInstanceOf(SendGridUnavailable.class);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void a_404_of_another_server_says_so() throws Exception {
        try (var proxy = new FakeSendGrid(CannedResponse.of(404, "<html>No route</html>"))) {
            var mail = mail(proxy.url(), Duration.ZERO);

            assertThatThrownBy(() -> mail.send(invoice()))
                    .isInstanceOf(RequestRefused.class)
                    .hasMessageStartingWith("SendGrid refused a request (404): it does not say why.");
        }
    }

    @Test
    void neither_key_nor_connection_shows_the_key() {
        assertThat(KEY).hasToString("ApiKey[(hidden)]");
        assertThat(MailExamples.connection("http://127.0.0.1:12114"))
                .hasToString("SendGridConnection[http://127.0.0.1:12114]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8080/sendgrid", "ftp://127.0.0.1", "localhost:12114", "http://127.0.0.1?a=b"})
    void an_address_that_the_sdk_cannot_use_is_refused(String url) {
        assertThatThrownBy(() -> SendGridEndpoint.at(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write scheme, host and port, and no path: http://127.0.0.1:12114");
    }

    private CustomerMail mail(URI url, Duration longestWait) {
        return MailExamples.mail(connection(SendGridEndpoint.at(url), longestWait), MailExamples.SENDER);
    }

    private SendGridConnection connection(SendGridEndpoint endpoint, Duration longestWait) {
        return new SendGridConnection(endpoint, KEY, new RateLimitWait(longestWait, clock, clock::pause));
    }

    /** A clock that advances when somebody waits. */
    private final class PausingClock extends Clock {

        private Instant now = Examples.NOW;

        void pause(Duration time) {
            pauses.add(time);
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
