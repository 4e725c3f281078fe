package dev.treaty.consumer.campaigndialer;

import static dev.treaty.consumer.campaigndialer.TwilioExamples.ACCOUNT;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.OUR_NUMBER;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.VOTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import dev.treaty.consumer.campaigndialer.FakeTwilio.CannedResponse;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.junit.jupiter.api.Test;

/**
 * What the SDK does by default, and why {@link SingleAttemptHttpClient} exists. Should one of these fail after an update of
 * the SDK, that class may have less to do.
 */
class TwilioSdkTest {

    @Test
    void the_sdk_alone_sends_a_message_three_times_if_the_first_two_responses_are_503() throws Exception {
        try (var twilio =
                new FakeTwilio(CannedResponse.of(503, ""), CannedResponse.of(503, ""), CannedResponse.message())) {
            sendWithTheSdkAlone(twilio);

            assertThat(twilio.questions()).hasSize(3);
        }
    }

    @Test
    void the_sdk_alone_retries_after_too_many_requests() throws Exception {
        var tooMany = new CannedResponse(429, "{\"code\": 20429}", Map.of("Retry-After", "1"));
        try (var twilio = new FakeTwilio(tooMany, CannedResponse.message())) {
            sendWithTheSdkAlone(twilio);

            assertThat(twilio.questions()).hasSize(2);
        }
    }

    private static void sendWithTheSdkAlone(FakeTwilio twilio) {
        var http = HttpClientBuilder.create().setRoutePlanner(TwilioRoute.straightTo(TwilioEndpoint.at(twilio.url())));
        var client = new TwilioRestClient.Builder(ACCOUNT.sid(), ACCOUNT.authToken())
                .httpClient(new NetworkHttpClient(http))
                .build();

        var message = Message.creator(new PhoneNumber(VOTER.e164()), new PhoneNumber(OUR_NUMBER.e164()), "Hello")
                .create(client);

        assertThat(message.getSid()).isEqualTo(TwilioExamples.MESSAGE);
    }
}
