package dev.treaty.stubs.twilio.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.AccountResources;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.ResourcePage;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.twilio.api.WritableFields;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;

/**
 * How codes are made and sent.
 *
 * @see <a href="https://www.twilio.com/docs/verify/api/service">Twilio, Verify service</a>
 */
public final class VerifyServices implements TwilioFeature {

    static final String PATH = "/v2/Services/{ServiceSid}";

    private static final ObjectKind KIND = ResourceTable.kind("verify_service", "account_sid");
    private static final String URL = "https://verify.twilio.com/v2/Services/";
    static final int SHORTEST_CODE = 4;
    static final int LONGEST_CODE = 10;
    private static final int LONGEST_NAME = 32;

    private static final WritableFields FIELDS = WritableFields.texts("FriendlyName", "TtsName", "DefaultTemplateSid")
            .flags(
                    "LookupEnabled",
                    "SkipSmsToLandlines",
                    "DtmfInputRequired",
                    "Psd2Enabled",
                    "DoNotShareWarningEnabled",
                    "CustomCodeEnabled",
                    "VerifyEventSubscriptionEnabled")
            .numbers("CodeLength");

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST /v2/Services", VerifyServices::create);
        routes.add(
                "GET /v2/Services",
                exchange -> ResourcePage.of(exchange, AccountResources.list(exchange, KIND))
                        .toResponseWithMeta("services"));
        routes.add("GET " + PATH, exchange -> Responses.ok(service(exchange)));
        routes.add("POST " + PATH, VerifyServices::update);
        routes.add("DELETE " + PATH, exchange -> AccountResources.delete(exchange, KIND, "ServiceSid"));
    }

    /** The service in a path. */
    static ObjectNode service(Exchange exchange) {
        return AccountResources.find(exchange, KIND, "ServiceSid");
    }

    private static StubResponse create(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        if (parameters.text("FriendlyName").isEmpty()) {
            throw TwilioError.INVALID_VERIFY_PARAMETER.with("FriendlyName", "");
        }
        var sid = Sid.random("VA");
        var now = TwilioDates.iso8601(exchange.world().now());
        var service = Json.object()
                .put("sid", sid)
                .put("account_sid", AccountCredentials.accountSid(exchange))
                .put("friendly_name", "")
                .put("code_length", 6)
                .put("lookup_enabled", false)
                .put("psd2_enabled", false)
                .put("skip_sms_to_landlines", false)
                .put("dtmf_input_required", true)
                .putNull("tts_name")
                .put("do_not_share_warning_enabled", false)
                .put("custom_code_enabled", false);
        service.putObject("push")
                .put("include_date", false)
                .putNull("apn_credential_sid")
                .putNull("fcm_credential_sid");
        service.putObject("totp")
                .putNull("issuer")
                .put("time_step", 30)
                .put("code_length", 6)
                .put("skew", 1);
        service.putObject("whatsapp").putNull("msg_service_sid").putNull("from");
        service.putNull("default_template_sid")
                .put("verify_event_subscription_enabled", false)
                .put("date_created", now)
                .put("date_updated", now)
                .put("url", URL + sid);
        service.putObject("links")
                .put("verification_checks", URL + sid + "/VerificationCheck")
                .put("verifications", URL + sid + "/Verifications")
                .put("rate_limits", URL + sid + "/RateLimits")
                .put("messaging_configurations", URL + sid + "/MessagingConfigurations")
                .put("entities", URL + sid + "/Entities")
                .put("webhooks", URL + sid + "/Webhooks")
                .put("access_tokens", URL + sid + "/AccessTokens");
        return Responses.created(saved(exchange, service, parameters));
    }

    private static StubResponse update(Exchange exchange) {
        var service = service(exchange);
        service.put("date_updated", TwilioDates.iso8601(exchange.world().now()));
        return Responses.ok(saved(exchange, service, Parameters.of(exchange)));
    }

    private static ObjectNode saved(Exchange exchange, ObjectNode service, Parameters parameters) {
        FIELDS.apply(parameters, service);
        var name = service.path("friendly_name").asText();
        if (name.length() > LONGEST_NAME) {
            throw TwilioError.INVALID_VERIFY_PARAMETER.with("FriendlyName", name);
        }
        var length = service.path("code_length").asInt();
        if (length < SHORTEST_CODE || length > LONGEST_CODE) {
            throw TwilioError.INVALID_VERIFY_PARAMETER.with("CodeLength", length);
        }
        ResourceTable.of(exchange.world(), KIND).put(service);
        return service;
    }
}
