package dev.treaty.consumer.campaigndialer;

import static dev.treaty.consumer.recording.FormBody.form;
import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import dev.treaty.consumer.recording.FormBody;
import java.util.Base64;

/** The requests to Twilio: paths, credentials and forms. */
final class TwilioRequest {

    private static final String ACCOUNTS = "/2010-04-01/Accounts/";
    private static final String URL = "https?://.+";
    private static final String ANY_TEXT = "[\\s\\S]+";

    private TwilioRequest() {}

    /** A request to a resource of any account, e.g. {@code "/Messages.json"}, with its auth token. */
    static PactDslRequestWithPath request(PactDslRequestWithoutPath request, String method, String resource) {
        return withPath(request, method, resource)
                .matchHeader("Authorization", "Basic [A-Za-z0-9+/]+=*", authorization(TwilioExamples.ACCOUNT));
    }

    /** A request to a resource of any account with just these credentials. */
    static PactDslRequestWithPath request(
            PactDslRequestWithoutPath request, String method, String resource, TwilioAccount account) {
        return withPath(request, method, resource).headers("Authorization", authorization(account));
    }

    /** A text message to anybody. */
    static PactDslRequestWithPath text(PactDslRequestWithoutPath request) {
        return request(request, "POST", "/Messages.json")
                .body(message().matching("To", TwilioBody.E164, TwilioExamples.VOTER.e164()));
    }

    /** A text message to a particular number. */
    static PactDslRequestWithPath text(PactDslRequestWithoutPath request, PhoneNumber to) {
        return request(request, "POST", "/Messages.json").body(message().value("To", to.e164()));
    }

    /** A call to anybody. */
    static PactDslRequestWithPath call(PactDslRequestWithoutPath request) {
        return request(request, "POST", "/Calls.json")
                .body(spokenCall().matching("To", TwilioBody.E164, TwilioExamples.VOTER.e164()));
    }

    /** A call to a particular number. */
    static PactDslRequestWithPath call(PactDslRequestWithoutPath request, PhoneNumber to) {
        return request(request, "POST", "/Calls.json").body(spokenCall().value("To", to.e164()));
    }

    private static FormBody message() {
        return fromCampaign().matching("Body", ANY_TEXT, TwilioExamples.WORDS);
    }

    private static FormBody spokenCall() {
        return fromCampaign()
                .matching(
                        "Twiml",
                        "<\\?xml [^>]+\\?><Response><Say>[\\s\\S]+</Say></Response>",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Say>%s</Say></Response>"
                                .formatted(TwilioExamples.WORDS))
                .value("MachineDetection", "Enable")
                .value("StatusCallbackEvent", "answered", "completed");
    }

    private static FormBody fromCampaign() {
        return form().matching("From", TwilioBody.E164, TwilioExamples.OUR_NUMBER.e164())
                .matching("StatusCallback", URL, TwilioExamples.STATUS_CALLBACK.toString());
    }

    private static PactDslRequestWithPath withPath(PactDslRequestWithoutPath request, String method, String resource) {
        return request.method(method)
                .matchPath(
                        ACCOUNTS + "AC[0-9a-f]{32}" + resource.replace(".", "\\."),
                        ACCOUNTS + TwilioExamples.ACCOUNT.sid() + resource);
    }

    private static String authorization(TwilioAccount account) {
        var credentials = account.sid() + ":" + account.authToken();
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
    }
}
