package dev.treaty.stubs.twilio.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.AccountResources;
import dev.treaty.stubs.twilio.api.CallbackPolicy;
import dev.treaty.stubs.twilio.api.Callbacks;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.api.ResourcePage;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Numbers of others from which an account may call once they are verified. Whoever is called enters the code as soon as they can: some
 * seconds after the request.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/outgoing-caller-ids">Twilio, outgoing caller ids</a>
 */
public final class CallerIds implements TwilioFeature {

    private static final ObjectKind KIND = ResourceTable.kind("outgoing_caller_id", "account_sid", "phone_number");
    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds";
    private static final String ONE = LIST + "/{Sid}.json";
    private static final String VERIFIED = "twilio-caller-id-verified";
    private static final String PURPOSE = "twilio-caller-id-status";
    private static final Duration ENTERING = Duration.ofSeconds(10);

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST " + LIST + ".json", CallerIds::validate);
        routes.add("GET " + LIST + ".json", CallerIds::list);
        routes.add("GET " + ONE, exchange -> Responses.ok(AccountResources.find(exchange, KIND, "Sid")));
        routes.add("POST " + ONE, CallerIds::rename);
        routes.add("DELETE " + ONE, exchange -> AccountResources.delete(exchange, KIND, "Sid"));
    }

    @Override
    public Map<String, DueAction> dueActions() {
        return Map.of(VERIFIED, CallerIds::verified);
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of(PURPOSE, CallbackPolicy.ignoringTheResponse());
    }

    /** Whether an account may call from a number that is not Twilio's. */
    public static boolean isVerified(World world, String accountSid, PhoneNumber number) {
        return ResourceTable.of(world, KIND)
                .newestFirst("phone_number", number.e164())
                .anyMatch(known -> known.path("account_sid").asText().equals(accountSid));
    }

    private static StubResponse validate(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var account = AccountCredentials.accountSid(exchange);
        var text = parameters.text("PhoneNumber").orElseThrow(() -> TwilioError.MISSING_PARAMETER.with("PhoneNumber"));
        var number = PhoneNumber.parse(text).orElseThrow(() -> TwilioError.INVALID_CALLEE.with(text));
        if (isVerified(exchange.world(), account, number)) {
            throw TwilioError.CALLER_ID_VERIFIED.with();
        }
        var request = Json.object()
                .put("account_sid", account)
                .put("call_sid", Sid.random("CA"))
                .put("friendly_name", parameters.text("FriendlyName").orElse(number.e164()))
                .put("phone_number", number.e164())
                .put(
                        "validation_code",
                        String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 1_000_000)));
        var data = request.deepCopy()
                .put("_callback", parameters.textOrEmpty("StatusCallback"))
                .put("_method", parameters.text("StatusCallbackMethod").orElse("POST"));
        exchange.world().due().schedule(exchange.world().now().plus(ENTERING), VERIFIED, data);
        return Responses.ok(request);
    }

    private static void verified(World world, ObjectNode request) {
        var account = request.path("account_sid").asText();
        var sid = Sid.random("PN");
        var now = TwilioDates.rfc2822(world.now());
        ResourceTable.of(world, KIND)
                .put(Json.object()
                        .put("account_sid", account)
                        .put("date_created", now)
                        .put("date_updated", now)
                        .put("friendly_name", request.path("friendly_name").asText())
                        .put("phone_number", request.path("phone_number").asText())
                        .put("sid", sid)
                        .put("uri", "/2010-04-01/Accounts/" + account + "/OutgoingCallerIds/" + sid + ".json"));
        var fields = new LinkedHashMap<String, String>();
        fields.put("AccountSid", account);
        fields.put("CallSid", request.path("call_sid").asText());
        fields.put("To", request.path("phone_number").asText());
        fields.put("VerificationStatus", "success");
        fields.put("OutgoingCallerIdSid", sid);
        Callbacks.send(
                world,
                PURPOSE,
                sid,
                account,
                request.path("_method").asText(),
                request.path("_callback").asText(),
                fields,
                Json.object());
    }

    private static StubResponse list(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var listing = AccountResources.list(exchange, KIND);
        for (var filter : Map.of("PhoneNumber", "phone_number", "FriendlyName", "friendly_name")
                .entrySet()) {
            var wanted = parameters.text(filter.getKey());
            if (wanted.isPresent()) {
                listing = listing.where(filter.getValue(), wanted.get());
            }
        }
        return ResourcePage.of(exchange, listing).toResponse("outgoing_caller_ids");
    }

    private static StubResponse rename(Exchange exchange) {
        var callerId = AccountResources.find(exchange, KIND, "Sid");
        Parameters.of(exchange).text("FriendlyName").ifPresent(name -> callerId.put("friendly_name", name));
        callerId.put("date_updated", TwilioDates.rfc2822(exchange.world().now()));
        ResourceTable.of(exchange.world(), KIND).put(callerId);
        return Responses.ok(callerId);
    }
}
