package dev.treaty.consumer.campaigndialer;

import static dev.treaty.consumer.campaigndialer.TwilioExamples.ACCOUNT;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.MESSAGE;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.campaigndialer.FakeTwilio.CannedResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class TwilioConnectionTest {

    @Test
    void requests_go_to_the_endpoint_but_are_still_built_for_twilio() throws Exception {
        try (var twilio = new FakeTwilio(CannedResponse.message())) {
            history(twilio, "").find(MESSAGE);

            var question = twilio.questions().get(0);
            assertThat(question.host()).isEqualTo("api.twilio.com");
            assertThat(question.path()).startsWith("/2010-04-01/Accounts/" + ACCOUNT.sid());
        }
    }

    @Test
    void the_path_of_an_endpoint_is_prepended_to_that_of_every_request() throws Exception {
        try (var twilio = new FakeTwilio(CannedResponse.message())) {
            history(twilio, "/twilio/").find(MESSAGE);

            assertThat(twilio.questions().get(0).path())
                    .isEqualTo("/twilio/2010-04-01/Accounts/" + ACCOUNT.sid() + "/Messages/" + MESSAGE + ".json");
        }
    }

    @Test
    void a_request_over_the_limit_says_when_to_try_again() throws Exception {
        var tooMany = new CannedResponse(429, "{\"code\": 20429}", Map.of("Retry-After", "7"));
        try (var twilio = new FakeTwilio(tooMany)) {
            assertThatThrownBy(() -> history(twilio, "").delete(MESSAGE))
                    .hasMessage("""
                            Twilio has received too many requests (20429); the request was not carried out.
                              where: DELETE /2010-04-01/Accounts/AC00000000000000000000000000000042/Messages/SM00000000000000000000000000000042.json
                              fix:   try again after 7 s""")
                    .asInstanceOf(InstanceOfAssertFactories.type(TwilioUnavailable.class))
                    .returns(false, TwilioUnavailable::maybeTaken)
                    .extracting(TwilioUnavailable::retryAfter, InstanceOfAssertFactories.OPTIONAL)
                    .contains(Duration.ofSeconds(7));
        }
    }

    @Test
    void a_404_from_another_server_does_not_mean_that_the_message_does_not_exist() throws Exception {
        try (var proxy = new FakeTwilio(CannedResponse.of(404, "<html>No route</html>"))) {
            assertThatThrownBy(() -> history(proxy, "").find(MESSAGE))
                    .isInstanceOf(TwilioRefused.class)
                    .hasMessage("""
                            Twilio refused a request: HTTP 404 (0).
                              where: GET /2010-04-01/Accounts/AC00000000000000000000000000000042/Messages/SM00000000000000000000000000000042.json
                              fix:   check which server responds there: this is not an error of Twilio's API""");
        }
    }

    @Test
    void neither_account_nor_connection_shows_the_auth_token() {
        assertThat(ACCOUNT).hasToString("TwilioAccount[sid=AC00000000000000000000000000000042, authToken=(hidden)]");
        assertThat(connection("http://127.0.0.1:8080").toString()).doesNotContain(ACCOUNT.authToken());
    }

    private static SmsHistory history(FakeTwilio twilio, String path) {
        return new SmsHistory(connection(TwilioEndpoint.at(URI.create(twilio.url() + path))));
    }
}
