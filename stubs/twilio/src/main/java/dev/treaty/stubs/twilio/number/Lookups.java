package dev.treaty.stubs.twilio.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a number is, by libphonenumber's tables; carriers and callers are made up.
 *
 * @see <a href="https://www.twilio.com/docs/lookup/v2-api">Twilio, Lookup v2</a>
 */
public final class Lookups implements TwilioFeature {

    /** The replay's landline, which text messages do not reach. */
    private static final String LANDLINE = "+15005550030";

    /** Each is null unless it is asked for. */
    private static final List<String> PACKAGES = List.of(
            "caller_name",
            "sim_swap",
            "call_forwarding",
            "line_status",
            "line_type_intelligence",
            "identity_match",
            "reassigned_number",
            "sms_pumping_risk",
            "phone_number_quality_score",
            "pre_fill");

    /** What Twilio says of a package that the account may not use. */
    private static final int PACKAGE_NOT_ENABLED = 60606;

    private static final Map<NumberParseException.ErrorType, String> UNREADABLE = Map.of(
            NumberParseException.ErrorType.INVALID_COUNTRY_CODE, "INVALID_COUNTRY_CODE",
            NumberParseException.ErrorType.NOT_A_NUMBER, "NOT_A_NUMBER",
            NumberParseException.ErrorType.TOO_SHORT_AFTER_IDD, "TOO_SHORT",
            NumberParseException.ErrorType.TOO_SHORT_NSN, "TOO_SHORT",
            NumberParseException.ErrorType.TOO_LONG, "TOO_LONG");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("GET /v2/PhoneNumbers/{PhoneNumber}", this::lookup);
        routes.add("GET /v1/PhoneNumbers/{PhoneNumber}", this::lookupOfVersion1);
    }

    private StubResponse lookup(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var given = exchange.parameter("PhoneNumber");
        var fields = Set.of(parameters.textOrEmpty("Fields").split(",", -1));
        var result = Json.object();
        try {
            var number = numbers.parse(given, parameters.text("CountryCode").orElse("US"));
            var error = error(number);
            if (error.isPresent()) {
                invalid(result, given, error.get());
            } else {
                valid(result, number);
            }
        } catch (NumberParseException e) {
            invalid(result, given, UNREADABLE.getOrDefault(e.getErrorType(), "NOT_A_NUMBER"));
        }
        var isValid = result.path("valid").asBoolean();
        for (var name : PACKAGES) {
            result.set(name, isValid && fields.contains(name) ? details(name, result) : null);
        }
        result.put(
                "url",
                "https://lookups.twilio.com/v2/PhoneNumbers/"
                        + result.path("phone_number").asText());
        return Responses.ok(result);
    }

    private Optional<String> error(Phonenumber.PhoneNumber number) {
        if (numbers.isValidNumber(number)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (numbers.isPossibleNumberWithReason(number)) {
                    case TOO_SHORT -> "TOO_SHORT";
                    case TOO_LONG -> "TOO_LONG";
                    case INVALID_COUNTRY_CODE -> "INVALID_COUNTRY_CODE";
                    case INVALID_LENGTH -> "INVALID_LENGTH";
                    case IS_POSSIBLE, IS_POSSIBLE_LOCAL_ONLY -> "INVALID_BUT_POSSIBLE";
                });
    }

    private void valid(ObjectNode result, Phonenumber.PhoneNumber number) {
        result.put("calling_country_code", String.valueOf(number.getCountryCode()))
                .put("country_code", numbers.getRegionCodeForNumber(number))
                .put("phone_number", numbers.format(number, PhoneNumberFormat.E164))
                .put("national_format", numbers.format(number, PhoneNumberFormat.NATIONAL))
                .put("valid", true)
                .putArray("validation_errors");
        result.put("_type", type(number));
    }

    private static void invalid(ObjectNode result, String given, String error) {
        result.putNull("calling_country_code")
                .putNull("country_code")
                .put("phone_number", given)
                .putNull("national_format")
                .put("valid", false)
                .putArray("validation_errors")
                .add(error);
    }

    private String type(Phonenumber.PhoneNumber number) {
        if (numbers.format(number, PhoneNumberFormat.E164).equals(LANDLINE)) {
            return "landline";
        }
        return switch (numbers.getNumberType(number)) {
            case FIXED_LINE -> "landline";
            case MOBILE, FIXED_LINE_OR_MOBILE -> "mobile";
            case TOLL_FREE -> "tollFree";
            case PREMIUM_RATE -> "premium";
            case SHARED_COST -> "sharedCost";
            case VOIP -> "nonFixedVoip";
            case PERSONAL_NUMBER -> "personal";
            case PAGER -> "pager";
            case UAN -> "uan";
            case VOICEMAIL -> "voicemail";
            case UNKNOWN -> "unknown";
        };
    }

    private static ObjectNode details(String name, ObjectNode result) {
        return switch (name) {
            case "caller_name" ->
                Json.object()
                        .put("caller_name", "TREATY CALLER")
                        .put("caller_type", "CONSUMER")
                        .putNull("error_code");
            case "line_type_intelligence" ->
                Json.object()
                        .putNull("error_code")
                        .put("mobile_country_code", "310")
                        .put("mobile_network_code", "456")
                        .put("carrier_name", "Treaty Wireless")
                        .put("type", result.path("_type").asText());
            default -> Json.object().put("error_code", PACKAGE_NOT_ENABLED);
        };
    }

    private StubResponse lookupOfVersion1(Exchange exchange) {
        var parameters = Parameters.of(exchange);
        var given = exchange.parameter("PhoneNumber");
        var result = Json.object();
        try {
            var number = numbers.parse(given, parameters.text("CountryCode").orElse("US"));
            if (error(number).isPresent()) {
                throw TwilioError.NOT_FOUND.with(exchange.request().path());
            }
            valid(result, number);
        } catch (NumberParseException e) {
            throw TwilioError.NOT_FOUND.with(exchange.request().path());
        }
        var types = parameters.all("Type");
        var shown = Json.object()
                .put("country_code", result.path("country_code").asText())
                .put("phone_number", result.path("phone_number").asText())
                .put("national_format", result.path("national_format").asText());
        shown.set("caller_name", types.contains("caller-name") ? details("caller_name", result) : null);
        shown.set("carrier", types.contains("carrier") ? carrier(result) : null);
        shown.putNull("add_ons")
                .put(
                        "url",
                        "https://lookups.twilio.com/v1/PhoneNumbers/"
                                + result.path("phone_number").asText());
        return Responses.ok(shown);
    }

    private static ObjectNode carrier(ObjectNode result) {
        var type = result.path("_type").asText();
        return Json.object()
                .put("mobile_country_code", "310")
                .put("mobile_network_code", "456")
                .put("name", "Treaty Wireless")
                .put("type", type.endsWith("Voip") ? "voip" : type)
                .putNull("error_code");
    }
}
