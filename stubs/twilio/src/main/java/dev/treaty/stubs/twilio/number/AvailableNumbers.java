package dev.treaty.stubs.twilio.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.twilio.api.AccountCredentials;
import dev.treaty.stubs.twilio.api.Parameters;
import dev.treaty.stubs.twilio.api.PhoneNumber;
import dev.treaty.stubs.twilio.api.Responses;
import dev.treaty.stubs.twilio.api.TwilioError;
import dev.treaty.stubs.twilio.api.TwilioFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The numbers that can be bought.
 *
 * @see <a href="https://www.twilio.com/docs/phone-numbers/api/availablephonenumber-resource">Twilio, AvailablePhoneNumber</a>
 */
public final class AvailableNumbers implements TwilioFeature {

    private static final String LIST = "/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers";
    private static final List<String> TYPES = List.of("Local", "Mobile", "TollFree");
    private static final int DEFAULT_COUNT = 30;

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("GET " + LIST + ".json", AvailableNumbers::countries);
        routes.add("GET " + LIST + "/{Country}.json", exchange -> Responses.ok(country(exchange, requested(exchange))));
        for (var type : TYPES) {
            routes.add("GET " + LIST + "/{Country}/" + type + ".json", exchange -> numbers(exchange, type));
        }
    }

    private static String requested(Exchange exchange) {
        var country = exchange.parameter("Country").toUpperCase(Locale.ROOT);
        if (!NumberCatalogue.countries().contains(country)) {
            throw TwilioError.notFound(exchange.request().path(), country);
        }
        return country;
    }

    private static StubResponse countries(Exchange exchange) {
        var list = Json.object();
        var countries = list.putArray("countries");
        NumberCatalogue.countries().forEach(country -> countries.add(country(exchange, country)));
        list.put("uri", exchange.request().path());
        return Responses.json(200, list);
    }

    private static ObjectNode country(Exchange exchange, String country) {
        var uri = "/2010-04-01/Accounts/%s/AvailablePhoneNumbers/%s"
                .formatted(AccountCredentials.accountSid(exchange), country);
        var shown = Json.object()
                .put("beta", false)
                .put("country", new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.US))
                .put("country_code", country)
                .put("uri", uri + ".json");
        var types = shown.putObject("subresource_uris");
        types.put("local", uri + "/Local.json");
        types.put("mobile", uri + "/Mobile.json");
        types.put("toll_free", uri + "/TollFree.json");
        return shown;
    }

    private static StubResponse numbers(Exchange exchange, String type) {
        var country = requested(exchange);
        var parameters = Parameters.of(exchange);
        var account = AccountCredentials.accountSid(exchange);
        var areaCode = parameters.text("AreaCode");
        var pattern = pattern(parameters.textOrEmpty("Contains"));
        var available = areaCode.isPresent() && !type.equals("TollFree")
                ? NumberCatalogue.inAreaCode(areaCode.get())
                : NumberCatalogue.of(country, type);
        var list = Json.object();
        var numbers = list.putArray("available_phone_numbers");
        available
                .filter(number -> pattern.matcher(number.e164()).find())
                .filter(number -> IncomingNumbers.isAvailable(exchange.world(), account, number))
                .limit(parameters.number("PageSize").orElse(DEFAULT_COUNT))
                .forEach(number -> numbers.add(number(country, number)));
        list.put("uri", exchange.request().path());
        return Responses.json(200, list);
    }

    /** Digits, letters for the digits of a telephone's keys, and {@code *} for any digit. */
    private static Pattern pattern(String contains) {
        var digits = PhoneNumberUtil.convertAlphaCharactersInNumber(contains).replaceAll("[^\\d*]", "");
        return Pattern.compile(digits.replace("*", "\\d"));
    }

    private static ObjectNode number(String country, PhoneNumber number) {
        var shown = Json.object().put("address_requirements", "none").put("beta", false);
        shown.putObject("capabilities").put("mms", true).put("sms", true).put("voice", true);
        return shown.put("friendly_name", number.national())
                .put("iso_country", country)
                .putNull("lata")
                .putNull("latitude")
                .putNull("locality")
                .putNull("longitude")
                .put("phone_number", number.e164())
                .putNull("postal_code")
                .putNull("rate_center")
                .putNull("region");
    }
}
