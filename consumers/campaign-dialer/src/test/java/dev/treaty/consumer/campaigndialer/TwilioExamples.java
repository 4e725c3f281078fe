package dev.treaty.consumer.campaigndialer;

import dev.treaty.consumer.recording.Examples;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The account, people and ids of the examples. The numbers are those for which Twilio's test credentials return the same
 * responses.
 *
 * @see <a href="https://www.twilio.com/docs/iam/test-credentials">Twilio's magic numbers</a>
 */
final class TwilioExamples {

    static final TwilioAccount ACCOUNT = new TwilioAccount("AC00000000000000000000000000000042", "test-auth-token");
    static final String MESSAGE = "SM00000000000000000000000000000042";
    static final String OTHER_MESSAGE = "SM00000000000000000000000000000043";
    static final String UNKNOWN_MESSAGE = "SM00000000000000000000000000000404";
    static final String CALL = "CA00000000000000000000000000000042";
    static final String UNKNOWN_CALL = "CA00000000000000000000000000000404";

    static final PhoneNumber OUR_NUMBER = new PhoneNumber("+15005550006");
    static final PhoneNumber VOTER = new PhoneNumber("+15005550010");
    static final PhoneNumber INVALID = new PhoneNumber("+15005550001");
    static final PhoneNumber OPTED_OUT = new PhoneNumber("+15005550004");

    static final String WORDS = "The polls are open until eight.";
    static final URI STATUS_CALLBACK = URI.create("https://dialer.example.com/twilio/status");
    static final Campaign CAMPAIGN = new Campaign(OUR_NUMBER, STATUS_CALLBACK);

    /** {@link Examples#NOW} as Twilio writes times (RFC 2822). */
    static final String NOW = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC)
            .format(Examples.NOW);

    private TwilioExamples() {}

    static TwilioConnection connection(String url) {
        return connection(TwilioEndpoint.at(URI.create(url)));
    }

    static TwilioConnection connection(TwilioEndpoint endpoint) {
        return new TwilioConnection(endpoint, ACCOUNT);
    }

    static CampaignDialer dialer(String url) {
        return dialer(url, DoNotContactList.inMemory());
    }

    static CampaignDialer dialer(String url, DoNotContactList doNotContact) {
        return new CampaignDialer(connection(url), CAMPAIGN, doNotContact);
    }
}
