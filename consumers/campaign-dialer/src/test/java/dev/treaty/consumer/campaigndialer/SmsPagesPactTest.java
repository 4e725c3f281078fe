package dev.treaty.consumer.campaigndialer;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.ACCOUNT;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.MESSAGE;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.OTHER_MESSAGE;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.OUR_NUMBER;
import static dev.treaty.consumer.campaigndialer.TwilioExamples.connection;
import static dev.treaty.consumer.campaigndialer.TwilioRequest.request;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class SmsPagesPactTest {

    private static final String AFTER = "2026-01-14T09:30:00";
    private static final String PAGE_TOKEN = "PASM00000000000000000000000000000042";
    private static final String URI = "/2010-04-01/Accounts/" + ACCOUNT.sid() + "/Messages.json";
    private static final String URI_REGEX = "/2010-04-01/Accounts/AC[0-9a-f]{32}/Messages\\.json(\\?.+)?";
    private static final String NEXT_PAGE = URI
            + "?From=%2B15005550006&DateSent%3E=2026-01-14T09%3A30%3A00&PageSize=100&Page=1&PageToken=" + PAGE_TOKEN;
    private static final Map<String, Object> STATE =
            Map.of("number", OUR_NUMBER.e164(), "after", AFTER + "Z", "messages", 101);

    @Pact(consumer = "campaign-dialer", provider = "twilio")
    V4Pact twoPages(PactDslWithProvider twilio) {
        var next = list(twilio.given("a phone number has sent messages", STATE)
                        .uponReceiving("a request for the first page of messages sent from a number"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(page -> {
                            messages(page, MESSAGE);
                            page.stringMatcher("next_page_uri", URI_REGEX, NEXT_PAGE);
                        })
                        .build())
                .given("a phone number has sent messages", STATE)
                .uponReceiving("a request for the next page of messages sent from a number");
        return list(next)
                .matchQuery("Page", "\\d+", "1")
                .matchQuery("PageToken", ".+", PAGE_TOKEN)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(page -> {
                            messages(page, OTHER_MESSAGE);
                            page.nullValue("next_page_uri");
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "twoPages")
    void all_pages_are_one_list(MockServer twilio) {
        var history = new SmsHistory(connection(twilio.getUrl()));

        var sent = history.sentBy(OUR_NUMBER, Examples.NOW.minus(1, ChronoUnit.DAYS));

        assertThat(sent).extracting(Sms::sid).containsExactly(MESSAGE, OTHER_MESSAGE);
    }

    private static PactDslRequestWithPath list(PactDslRequestWithoutPath request) {
        return request(request, "GET", "/Messages.json")
                .matchQuery("From", TwilioBody.E164, OUR_NUMBER.e164())
                .matchQuery("DateSent>", "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}", AFTER)
                .matchQuery("PageSize", "\\d+", "100");
    }

    private static void messages(LambdaDslJsonBody page, String sid) {
        page.minArrayLike("messages", 1, message -> {
            TwilioBody.message(message, sid, "delivered");
            TwilioBody.text(message);
            TwilioBody.sentNow(message);
        });
        // Without it the SDK treats the page as one of Twilio's newer APIs, and looks for the next page elsewhere.
        page.stringMatcher("uri", URI_REGEX, URI);
    }
}
