package dev.treaty.provider.sendgrid;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.junit.VendorVerification;
import dev.treaty.provider.junit.states.UnreachableState;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Verifies SendGrid's replay, or with {@code -Dsendgrid.url=https://api.sendgrid.com -Dsendgrid.key=SG.…} SendGrid itself. It has no test mode:
 * a key of an account of its own is needed, in which batches are created, and two reserved addresses are suppressed and released. No
 * mail is sent.
 */
@Provider("sendgrid")
@UnreachableState(state = "a sender is verified", because = "the mail would be sent")
@UnreachableState(state = "a dynamic template exists", because = "the mail would be sent")
@UnreachableState(state = "mails are limited in size", because = "an account has SendGrid's limit")
@UnreachableState(state = "the rate limit is exceeded", because = "SendGrid does not limit requests on demand")
@UnreachableState(state = "the service is unavailable", because = "SendGrid does not fail on demand")
@UnreachableState(state = "an address has bounced", because = SendGridVerificationTest.BOUNCES)
@UnreachableState(state = "addresses have bounced", because = SendGridVerificationTest.BOUNCES)
@UnreachableState(state = "a signed event webhook exists", because = "an account has its own webhooks")
@UnreachableState(state = "a mail was sent", because = "the mail would be sent")
class SendGridVerificationTest extends VendorVerification {

    static final String BOUNCES = "an address bounces when a mail is sent to it";

    private static final String SUPPRESSIONS = "/v3/asm/suppressions/global";

    @Override
    protected String authorization() {
        return "Bearer " + setting("key");
    }

    @Override
    protected Map<String, String> replayAccount() {
        return Map.of("key", "SG." + UUID.randomUUID());
    }

    @State("a batch exists")
    Map<String, Object> aBatchExists() {
        return Map.of("id", vendorRequest().post("/v3/mail/batch").path("batch_id"));
    }

    @State("an address is unsubscribed")
    void anAddressIsUnsubscribed(Map<String, Object> address) {
        vendorRequest()
                .contentType("application/json")
                .body(Map.of("recipient_emails", List.of(address.get("email"))))
                .post(SUPPRESSIONS)
                .then()
                .statusCode(201);
    }

    @State("an address is not unsubscribed")
    void anAddressIsNotUnsubscribed(Map<String, Object> address) {
        vendorRequest().delete(SUPPRESSIONS + "/" + address.get("email")).then().statusCode(204);
    }

    @State({
        "an API key has been revoked",
        "an API key has a scope",
        "a sender is not verified",
        "an address has not bounced",
        "no event webhook exists"
    })
    void alwaysTrue() {}
}
