package dev.treaty.stubs.threatsources.address;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.errors.ErrorMessage;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.Vendor;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import java.io.UncheckedIOException;
import java.util.Map;

/** What tests tell a vendor of an address: {@code POST /__treaty/addresses/{ip}} with facts, e.g. {@code {"malicious": 14}}. */
public final class AddressControl {

    /** The route. */
    public static final String ROUTE = "POST " + ProviderReplay.CONTROL_PATH + "/addresses/{ip}";

    private AddressControl() {}

    /** Answers the request with all that the vendor now knows of the address. */
    public static StubResponse tell(Vendor vendor, Exchange exchange) {
        var address = IpAddress.parse(exchange.parameter("ip"))
                .orElseThrow(() ->
                        invalid(vendor, exchange, "\"%s\" is not an address.".formatted(exchange.parameter("ip"))));
        KnownAddresses.tell(exchange.world(), address, body(vendor, exchange));
        return StubResponse.of(
                200,
                Map.of("Content-Type", "application/json"),
                Json.bytes(KnownAddresses.facts(exchange.world(), address)));
    }

    private static ObjectNode body(Vendor vendor, Exchange exchange) {
        try {
            if (exchange.request().json() instanceof ObjectNode facts) {
                return facts;
            }
        } catch (UncheckedIOException e) {
            // as for JSON that is not an object
        }
        throw invalid(vendor, exchange, "The body is not a JSON object.");
    }

    private static VendorError invalid(Vendor vendor, Exchange exchange, String what) {
        var message = new ErrorMessage(
                what,
                exchange.request().method() + " " + exchange.request().path(),
                "send e.g. POST /__treaty/addresses/203.0.113.7 {\"malicious\": 14, \"score\": 90}");
        return new VendorError(vendor.error(exchange.request(), HttpProblem.invalidControl(message)));
    }
}
