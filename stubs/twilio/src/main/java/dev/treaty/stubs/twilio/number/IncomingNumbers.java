package dev.treaty.stubs.twilio.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.AccountResources;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.PhoneNumber;
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
import dev.treaty.stubs.vendor.world.World;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Buying numbers, and saying what happens when somebody writes to them or calls them.
 *
 * @see <a href="https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource">Twilio, IncomingPhoneNumber</a>
 */
public final class IncomingNumbers implements TwilioFeature {

    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers";
    private static final String AREA_CODE_OF_THE_VALID_SENDER = "500";

    /** What Twilio's test credentials say about numbers to buy. */
    private static final Map<String, TwilioError> MAGIC = Map.of(
            "+15005550000", TwilioError.NUMBER_NOT_AVAILABLE,
            "+15005550001", TwilioError.INVALID_NUMBER_TO_BUY);

    private static final String EMPTY_AREA_CODE = "533";

    private static final Map<String, Set<PhoneNumberType>> TYPES = Map.of(
            "Local", Set.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.FIXED_LINE_OR_MOBILE),
            "Mobile", Set.of(PhoneNumberType.MOBILE),
            "TollFree", Set.of(PhoneNumberType.TOLL_FREE));

    private static final WritableFields FIELDS = WritableFields.texts(
                    "ApiVersion",
                    "FriendlyName",
                    "SmsApplicationSid",
                    "SmsFallbackMethod",
                    "SmsFallbackUrl",
                    "SmsMethod",
                    "SmsUrl",
                    "StatusCallback",
                    "StatusCallbackMethod",
                    "VoiceApplicationSid",
                    "VoiceFallbackMethod",
                    "VoiceFallbackUrl",
                    "VoiceMethod",
                    "VoiceUrl",
                    "EmergencyStatus",
                    "EmergencyAddressSid",
                    "TrunkSid",
                    "IdentitySid",
                    "AddressSid",
                    "VoiceReceiveMode",
                    "BundleSid")
            .flags("VoiceCallerIdLookup");

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST " + LIST + ".json", IncomingNumbers::buy);
        routes.add("GET " + LIST + ".json", exchange -> list(exchange, number -> true));
        TYPES.forEach((type, kinds) -> {
            routes.add("POST " + LIST + "/" + type + ".json", IncomingNumbers::buy);
            routes.add(
                    "GET " + LIST + "/" + type + ".json",
                    exchange -> list(exchange, number -> kinds.contains(type(number))));
        });
        routes.add("GET " + LIST + "/{Sid}.json", exchange -> Responses.ok(find(exchange)));
        routes.add("POST " + LIST + "/{Sid}.json", IncomingNumbers::update);
        routes.add(
                "DELETE " + LIST + "/{Sid}.json",
                exchange -> AccountResources.delete(exchange, OwnedNumbers.KIND, "Sid"));
    }

    private static ObjectNode find(Exchange exchange) {
        return AccountResources.find(exchange, OwnedNumbers.KIND, "Sid");
    }

    private static StubResponse buy(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var account = AccountCredentials.accountSid(exchange);
        var chosen = parameters.text("PhoneNumber").isPresent()
                ? chosen(exchange.world(), account, parameters.textOrEmpty("PhoneNumber"))
                : inAreaCode(exchange.world(), account, parameters.textOrEmpty("AreaCode"));
        var number = number(exchange, account, chosen);
        FIELDS.apply(parameters, number);
        ResourceTable.of(exchange.world(), OwnedNumbers.KIND).put(number);
        return Responses.created(number);
    }

    private static PhoneNumber chosen(World world, String account, String text) {
        var magic = MAGIC.get(text);
        if (magic != null) {
            throw magic.with(text);
        }
        var number = PhoneNumber.parse(text).orElseThrow(() -> TwilioError.INVALID_NUMBER_TO_BUY.with(text));
        if (!isAvailable(world, account, number)) {
            throw TwilioError.NUMBER_NOT_AVAILABLE.with(text);
        }
        return number;
    }

    private static PhoneNumber inAreaCode(World world, String account, String areaCode) {
        if (areaCode.isEmpty()) {
            throw TwilioError.INVALID_PARAMETER.with("PhoneNumber or AreaCode is required");
        }
        if (!areaCode.matches("[2-9]\\d{2}")) {
            throw TwilioError.INVALID_AREA_CODE.with(areaCode);
        }
        if (areaCode.equals(AREA_CODE_OF_THE_VALID_SENDER)) {
            return OwnedNumbers.VALID_SENDER;
        }
        return NumberCatalogue.inAreaCode(areaCode)
                .filter(number -> !areaCode.equals(EMPTY_AREA_CODE) && isAvailable(world, account, number))
                .findFirst()
                .orElseThrow(() -> TwilioError.NO_NUMBERS_IN_AREA_CODE.with(areaCode));
    }

    /** Nobody else buys numbers; the magic one can be bought again and again, as with test credentials. */
    static boolean isAvailable(World world, String account, PhoneNumber number) {
        return number.equals(OwnedNumbers.VALID_SENDER)
                || OwnedNumbers.find(world, account, number).isEmpty();
    }

    private static ObjectNode number(Exchange exchange, String account, PhoneNumber chosen) {
        var sid = Sid.random("PN");
        var now = TwilioDates.rfc2822(exchange.world().now());
        var number = Json.object()
                .put("account_sid", account)
                .putNull("address_sid")
                .put("address_requirements", "none")
                .put("api_version", "2010-04-01")
                .put("beta", false);
        number.putObject("capabilities")
                .put("voice", true)
                .put("sms", true)
                .put("mms", true)
                .put("fax", false);
        return number.put("date_created", now)
                .put("date_updated", now)
                .put("friendly_name", chosen.national())
                .putNull("identity_sid")
                .put("phone_number", chosen.e164())
                .put("origin", "twilio")
                .put("sid", sid)
                .put("sms_application_sid", "")
                .put("sms_fallback_method", "POST")
                .put("sms_fallback_url", "")
                .put("sms_method", "POST")
                .put("sms_url", "")
                .put("status_callback", "")
                .put("status_callback_method", "POST")
                .putNull("trunk_sid")
                .put("uri", uri(account, sid))
                .put("voice_receive_mode", "voice")
                .put("voice_application_sid", "")
                .put("voice_caller_id_lookup", false)
                .put("voice_fallback_method", "POST")
                .put("voice_fallback_url", "")
                .put("voice_method", "POST")
                .put("voice_url", "")
                .put("emergency_status", "Inactive")
                .putNull("emergency_address_sid")
                .put("emergency_address_status", "unregistered")
                .putNull("bundle_sid")
                .put("status", "in-use");
    }

    private static StubResponse update(Exchange exchange) {
        var number = find(exchange);
        var parameters = Parameters.of(exchange);
        FIELDS.apply(parameters, number);
        parameters.text("AccountSid").ifPresent(account -> transfer(exchange.world(), number, account));
        number.put("date_updated", TwilioDates.rfc2822(exchange.world().now()));
        ResourceTable.of(exchange.world(), OwnedNumbers.KIND).put(number);
        return Responses.ok(number);
    }

    /** Gives a number to another account of the same owner. */
    private static void transfer(World world, ObjectNode number, String account) {
        if (AccountCredentials.find(world, account).isEmpty()) {
            throw TwilioError.NO_ACCOUNT_TO_TRANSFER_TO.with(account);
        }
        if (!AccountCredentials.isActive(world, account)) {
            throw TwilioError.ACCOUNT_TO_TRANSFER_TO_NOT_ACTIVE.with(account);
        }
        number.put("account_sid", account)
                .put("uri", uri(account, number.path("sid").asText()));
    }

    private static String uri(String account, String sid) {
        return "/2010-04-01/Accounts/" + account + "/IncomingPhoneNumbers/" + sid + ".json";
    }

    private static PhoneNumberType type(ObjectNode number) {
        return new PhoneNumber(number.path("phone_number").asText()).type();
    }

    private static StubResponse list(Exchange exchange, Predicate<ObjectNode> type) {
        var parameters = Parameters.of(exchange);
        var listing = AccountResources.list(exchange, OwnedNumbers.KIND);
        var friendlyName = parameters.text("FriendlyName");
        if (friendlyName.isPresent()) {
            listing = listing.where("friendly_name", friendlyName.get());
        }
        var digits = parameters.textOrEmpty("PhoneNumber").replaceAll("[^\\d]", "");
        listing = listing.where(type)
                .where(number -> number.path("phone_number").asText().contains(digits));
        return ResourcePage.of(exchange, listing).toResponse("incoming_phone_numbers");
    }
}
