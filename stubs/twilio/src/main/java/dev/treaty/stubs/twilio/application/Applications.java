package dev.treaty.stubs.twilio.application;

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
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.twilio.api.WritableFields;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.Optional;

/**
 * Applications, which numbers and calls name instead of having URLs themselves.
 *
 * @see <a href="https://www.twilio.com/docs/usage/api/applications">Twilio, application resource</a>
 */
public final class Applications implements TwilioFeature {

    private static final ObjectKind KIND = ResourceTable.kind("application", "account_sid");
    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/Applications";
    private static final String ONE = LIST + "/{Sid}.json";

    private static final WritableFields FIELDS = WritableFields.texts(
                    "ApiVersion",
                    "FriendlyName",
                    "MessageStatusCallback",
                    "SmsFallbackMethod",
                    "SmsFallbackUrl",
                    "SmsMethod",
                    "SmsStatusCallback",
                    "SmsUrl",
                    "StatusCallback",
                    "StatusCallbackMethod",
                    "VoiceFallbackMethod",
                    "VoiceFallbackUrl",
                    "VoiceMethod",
                    "VoiceUrl")
            .flags("VoiceCallerIdLookup", "PublicApplicationConnectEnabled");

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST " + LIST + ".json", Applications::create);
        routes.add("GET " + LIST + ".json", Applications::list);
        routes.add("GET " + ONE, exchange -> Responses.ok(AccountResources.find(exchange, KIND, "Sid")));
        routes.add("POST " + ONE, Applications::update);
        routes.add("DELETE " + ONE, exchange -> AccountResources.delete(exchange, KIND, "Sid"));
    }

    /** An application of an account. */
    public static Optional<ObjectNode> find(World world, String accountSid, String sid) {
        return AccountResources.find(world, accountSid, KIND, sid);
    }

    private static StubResponse create(Exchange exchange) {
        var account = AccountCredentials.accountSid(exchange);
        var sid = Sid.random("AP");
        var now = TwilioDates.rfc2822(exchange.world().now());
        var application = Json.object()
                .put("account_sid", account)
                .put("api_version", "2010-04-01")
                .put("date_created", now)
                .put("date_updated", now)
                .put("friendly_name", "")
                .put("message_status_callback", "")
                .put("public_application_connect_enabled", false)
                .put("sid", sid)
                .put("sms_fallback_method", "POST")
                .put("sms_fallback_url", "")
                .put("sms_method", "POST")
                .put("sms_status_callback", "")
                .put("sms_url", "")
                .put("status_callback", "")
                .put("status_callback_method", "POST")
                .put("uri", "/2010-04-01/Accounts/" + account + "/Applications/" + sid + ".json")
                .put("voice_caller_id_lookup", false)
                .put("voice_fallback_method", "POST")
                .put("voice_fallback_url", "")
                .put("voice_method", "POST")
                .put("voice_url", "");
        FIELDS.apply(Parameters.of(exchange), application);
        ResourceTable.of(exchange.world(), KIND).put(application);
        return Responses.created(application);
    }

    private static StubResponse update(Exchange exchange) {
        var application = AccountResources.find(exchange, KIND, "Sid");
        FIELDS.apply(Parameters.of(exchange), application);
        application.put("date_updated", TwilioDates.rfc2822(exchange.world().now()));
        ResourceTable.of(exchange.world(), KIND).put(application);
        return Responses.ok(application);
    }

    private static StubResponse list(Exchange exchange) {
        var name = Parameters.of(exchange).text("FriendlyName");
        var listing = AccountResources.list(exchange, KIND);
        return ResourcePage.of(exchange, name.isPresent() ? listing.where("friendly_name", name.get()) : listing)
                .toResponse("applications");
    }
}
