package dev.treaty.stubs.twilio.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.twilio.testing.TwilioAccount;
import dev.treaty.stubs.vendor.world.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedMessagesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            From=+15005550006&Body=x                          | 21604 | A 'To' phone number is required.
            To=+14155550123&Body=x                            | 21603 | A 'From' phone number is required.
            To=+14155550123&From=+15005550006                 | 21602 | Message body is required.
            To=+14155550123&MessagingServiceSid=MG1           | 21619 | A text message body or media urls must be specified.
            To=+1415555&From=+15005550006&Body=x              | 21211 | Invalid 'To' Phone Number: +1415555
            To=whatsapp:+14155550123&From=+15005550006&Body=x | 21910 | Invalid From and To pair. From and To should be of the same channel
            To=Erika&From=+15005550006&Body=x                 | 21211 | Invalid 'To' Phone Number: Erika
            To=+15005550001&From=+15005550006&Body=x          | 21211 | Invalid 'To' Phone Number: +1500555XXXX
            To=+15005550002&From=+15005550006&Body=x          | 21612 | The 'To' phone number: +15005550002, is not currently reachable using the 'From' phone number: +15005550006 via SMS.
            To=+15005550003&From=+15005550006&Body=x          | 21408 | Permission to send an SMS has not been enabled for the region indicated by the 'To' number: +1500555XXXX
            To=+15005550004&From=+15005550006&Body=x          | 21610 | Attempt to send to unsubscribed recipient
            To=+15005550009&From=+15005550006&Body=x          | 21614 | To number: +1500555XXXX, is not a mobile number
            To=+14155550123&From=+15005550001&Body=x          | 21212 | Invalid 'From' Phone Number: +1500555XXXX
            To=+14155550123&From=+15005550008&Body=x          | 21611 | This 'From' number has exceeded the maximum number of queued messages: +15005550008
            To=+15005550006&From=+15005550006&Body=x          | 21266 | 'To' and 'From' number cannot be the same: +1500555XXXX
            To=+14155550123&From=Treaty&Body=x                | 21612 | The 'To' phone number: +14155550123, is not currently reachable using the 'From' phone number: Treaty via SMS.
            To=+14155550123&From=+15005550006&Body=x&StatusCallback=here | 21609 | The 'StatusCallback' URL here is not a valid URL.
            To=+14155550123&From=+15005550006&MediaUrl=here   | 21620 | Invalid media URL(s): here
            To=+14155550123&From=+15005550006&Body=x&ValidityPeriod=0 | 21624 | Invalid validity period value: 0. It can only be set to integers between 1 and 36,000 seconds.
            To=+14155550123&From=+15005550006&Body=x&ValidityPeriod=36001 | 21624 | Invalid validity period value: 36001. It can only be set to integers between 1 and 36,000 seconds.
            To=+14155550123&MessagingServiceSid=MG1&Body=x    | 21705 | The Messaging Service Sid MG1 is invalid.
            To=+14155550123&MessagingServiceSid=MG00000000000000000000000000000042&Body=x | 21701 | The Messaging Service does not exist.
            To=+14155550123&From=+15005550006&Body=x&ScheduleType=fixed&SendAt=2030-01-01T00:00:00Z | 35118 | MessagingServiceSid is required to schedule a message
            """)
    void twilio_says_what_is_wrong(String form, int code, String message) {
        var account = TwilioAccount.create();

        var response = account.request(
                "POST", "/2010-04-01/Accounts/" + account.sid() + "/Messages.json", form.replace("+", "%2B"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Json.parse(response.body().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Json.object()
                        .put("code", code)
                        .put("message", message)
                        .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                        .put("status", 400));
    }
}
