package dev.treaty.stubs.twilio.messaging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.AccountResources;
import dev.treaty.stubs.twilio.api.Listing;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.ResourcePage;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.twilio.api.WritableFields;
import dev.treaty.stubs.twilio.number.OwnedNumbers;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import java.util.List;
import java.util.Locale;

/**
 * Messaging services, their numbers and their alphanumeric senders.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/service-resource">Twilio, messaging service</a>
 */
public final class MessagingServices implements TwilioFeature {

    private static final String SERVICE = "/v1/Services/{ServiceSid}";
    private static final String URL = "https://messaging.twilio.com/v1/Services/";
    private static final List<String> SUBRESOURCES =
            List.of("PhoneNumbers", "ShortCodes", "AlphaSenders", "Messages", "ChannelSenders");

    private static final WritableFields FIELDS = WritableFields.texts(
                    "FriendlyName",
                    "InboundRequestUrl",
                    "InboundMethod",
                    "FallbackUrl",
                    "FallbackMethod",
                    "StatusCallback",
                    "ScanMessageContent",
                    "Usecase")
            .flags(
                    "StickySender",
                    "MmsConverter",
                    "SmartEncoding",
                    "FallbackToLongCode",
                    "AreaCodeGeomatch",
                    "SynchronousValidation",
                    "UseInboundWebhookOnNumber")
            .numbers("ValidityPeriod");

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST /v1/Services", MessagingServices::create);
        routes.add(
                "GET /v1/Services",
                exchange -> ResourcePage.of(exchange, AccountResources.list(exchange, ServiceSenders.SERVICES))
                        .toResponseWithMeta("services"));
        routes.add("GET " + SERVICE, exchange -> Responses.ok(service(exchange)));
        routes.add("POST " + SERVICE, MessagingServices::update);
        routes.add("DELETE " + SERVICE, MessagingServices::delete);
        routes.add("POST " + SERVICE + "/PhoneNumbers", MessagingServices::addNumber);
        routes.add("POST " + SERVICE + "/AlphaSenders", MessagingServices::addName);
        addSenderRoutes(routes, "PhoneNumbers", ServiceSenders.NUMBERS, "phone_numbers");
        addSenderRoutes(routes, "AlphaSenders", ServiceSenders.NAMES, "alpha_senders");
        addSenderRoutes(routes, "ShortCodes", ServiceSenders.SHORT_CODES, "short_codes");
    }

    private static void addSenderRoutes(RouteTable<RouteHandler> routes, String path, ObjectKind kind, String key) {
        var senders = SERVICE + "/" + path;
        routes.add("GET " + senders, exchange -> {
            var service = service(exchange).path("sid").asText();
            var listing = Listing.of(kind, "service_sid", service)
                    .where(sender -> ServiceSenders.exists(exchange.world(), sender));
            return ResourcePage.of(exchange, listing).toResponseWithMeta(key);
        });
        routes.add("GET " + senders + "/{Sid}", exchange -> Responses.ok(sender(exchange, kind)));
        routes.add("DELETE " + senders + "/{Sid}", exchange -> {
            ResourceTable.of(exchange.world(), kind)
                    .delete(sender(exchange, kind).path("sid").asText());
            return Responses.noContent();
        });
    }

    private static ObjectNode service(Exchange exchange) {
        return AccountResources.find(exchange, ServiceSenders.SERVICES, "ServiceSid");
    }

    private static ObjectNode sender(Exchange exchange, ObjectKind kind) {
        var sid = exchange.parameter("Sid");
        var service = service(exchange).path("sid").asText();
        return ResourceTable.of(exchange.world(), kind)
                .find(sid)
                .filter(sender -> sender.path("service_sid").asText().equals(service))
                .filter(sender -> ServiceSenders.exists(exchange.world(), sender))
                .orElseThrow(() -> TwilioError.notFound(exchange.request().path(), sid));
    }

    private static StubResponse create(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        if (parameters.text("FriendlyName").isEmpty()) {
            throw TwilioError.MISSING_PARAMETER.with("FriendlyName");
        }
        var sid = Sid.random("MG");
        var now = TwilioDates.iso8601(exchange.world().now());
        var service = Json.object()
                .put("account_sid", AccountCredentials.accountSid(exchange))
                .put("sid", sid)
                .put("date_created", now)
                .put("date_updated", now)
                .put("friendly_name", "")
                .putNull("inbound_request_url")
                .put("inbound_method", "POST")
                .putNull("fallback_url")
                .put("fallback_method", "POST")
                .putNull("status_callback")
                .put("sticky_sender", true)
                .put("smart_encoding", true)
                .put("mms_converter", true)
                .put("fallback_to_long_code", true)
                .put("scan_message_content", "inherit")
                .put("area_code_geomatch", true)
                .put("validity_period", 36_000)
                .put("synchronous_validation", false)
                .put("usecase", "undeclared")
                .put("us_app_to_person_registered", false)
                .put("use_inbound_webhook_on_number", false);
        var links = service.putObject("links");
        SUBRESOURCES.forEach(name -> links.put(
                name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT), URL + sid + "/" + name));
        service.put("url", URL + sid);
        FIELDS.apply(parameters, service);
        ResourceTable.of(exchange.world(), ServiceSenders.SERVICES).put(service);
        return Responses.created(service);
    }

    private static StubResponse update(Exchange exchange) {
        var service = service(exchange);
        FIELDS.apply(Parameters.of(exchange), service);
        service.put("date_updated", TwilioDates.iso8601(exchange.world().now()));
        ResourceTable.of(exchange.world(), ServiceSenders.SERVICES).put(service);
        return Responses.ok(service);
    }

    private static StubResponse delete(Exchange exchange) {
        var sid = service(exchange).path("sid").asText();
        for (var kind : List.of(ServiceSenders.NUMBERS, ServiceSenders.NAMES)) {
            var table = ResourceTable.of(exchange.world(), kind);
            table.newestFirst("service_sid", sid)
                    .map(sender -> sender.path("sid").asText())
                    .toList()
                    .forEach(table::delete);
        }
        ResourceTable.of(exchange.world(), ServiceSenders.SERVICES).delete(sid);
        return Responses.noContent();
    }

    private static StubResponse addNumber(Exchange exchange) {
        var service = service(exchange);
        var sid = Parameters.of(exchange)
                .text("PhoneNumberSid")
                .orElseThrow(() -> TwilioError.MISSING_PARAMETER.with("PhoneNumberSid"));
        var number = ResourceTable.of(exchange.world(), OwnedNumbers.KIND)
                .find(sid)
                .filter(owned -> owned.path("account_sid").equals(service.path("account_sid")))
                .orElseThrow(() -> TwilioError.INVALID_NUMBER_TO_BUY.with(sid));
        var numbers = ResourceTable.of(exchange.world(), ServiceSenders.NUMBERS);
        numbers.find(sid).ifPresent(existing -> {
            throw existing.path("service_sid").equals(service.path("sid"))
                    ? TwilioError.SENDER_ALREADY_IN_SERVICE.with()
                    : TwilioError.SENDER_IN_ANOTHER_SERVICE.with(sid);
        });
        var sender = sender(exchange, service, sid)
                .put("phone_number", number.path("phone_number").asText())
                .put("country_code", "US");
        sender.putArray("capabilities").add("MMS").add("SMS").add("Voice");
        sender.put("url", service.path("url").asText() + "/PhoneNumbers/" + sid);
        return added(exchange, service, ServiceSenders.NUMBERS, sender);
    }

    private static StubResponse addName(Exchange exchange) {
        var service = service(exchange);
        var name = Parameters.of(exchange)
                .text("AlphaSender")
                .orElseThrow(() -> TwilioError.MISSING_PARAMETER.with("AlphaSender"));
        var sid = Sid.random("AI");
        var sender = sender(exchange, service, sid).put("alpha_sender", name);
        sender.putArray("capabilities").add("SMS");
        sender.put("url", service.path("url").asText() + "/AlphaSenders/" + sid);
        return added(exchange, service, ServiceSenders.NAMES, sender);
    }

    private static StubResponse added(Exchange exchange, ObjectNode service, ObjectKind kind, ObjectNode sender) {
        ResourceTable.of(exchange.world(), kind).put(sender);
        ResourceTable.of(exchange.world(), ServiceSenders.SERVICES).put(service.put(ServiceSenders.HAD_SENDERS, true));
        return Responses.created(sender);
    }

    private static ObjectNode sender(Exchange exchange, ObjectNode service, String sid) {
        var now = TwilioDates.iso8601(exchange.world().now());
        return Json.object()
                .put("sid", sid)
                .put("account_sid", service.path("account_sid").asText())
                .put("service_sid", service.path("sid").asText())
                .put("date_created", now)
                .put("date_updated", now);
    }
}
