package dev.treaty.provider.misp;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.junit.VendorVerification;
import dev.treaty.provider.junit.states.UnreachableState;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Verifies MISP's replay, or with {@code -Dmisp.url=… -Dmisp.key=…} an instance that may be written to: an event is created there for each state
 * that needs one.
 */
@Provider("misp")
@UnreachableState(
        state = "an address is on a warning list",
        because = "an administrator chooses the warning lists of an instance")
@UnreachableState(state = "the key is revoked", because = "the key is needed for the other interactions")
@UnreachableState(
        state = "the rate limit is exceeded",
        because = "an instance has a limit only for roles that an administrator has limited")
class MispVerificationTest extends VendorVerification {

    private static final String JSON = "application/json";
    static final String NOBODY = "192.0.2.211";

    /** The bare key. */
    @Override
    protected String authorization() {
        return setting("key");
    }

    @Override
    protected Map<String, String> replayAccount() {
        return Map.of("key", "test-key-" + UUID.randomUUID());
    }

    @State("an event exists")
    Map<String, Object> anEventExists(Map<String, Object> event) {
        return Map.of("id", newEvent("Treaty verification: an empty event"));
    }

    @State("an event knows an address")
    Map<String, Object> anEventKnowsAnAddress(Map<String, Object> address) {
        var event = newEvent("Treaty verification: an event that knows an address");
        misp().body(Map.of(
                        "type",
                        "ip-src",
                        "category",
                        "Network activity",
                        "value",
                        address.get("ip"),
                        "to_ids",
                        true,
                        "Tag",
                        List.of(Map.of("name", "tlp:amber"))))
                .post("/attributes/add/" + event)
                .then()
                .statusCode(200);
        return Map.of("event", event);
    }

    @State("no event knows an address")
    Map<String, Object> noEventKnowsAnAddress(Map<String, Object> address) {
        return Map.of("ip", NOBODY);
    }

    @State("an instance of MISP runs")
    void alwaysTrue() {}

    private String newEvent(String info) {
        return misp().body(Map.of("info", info, "distribution", "0", "threat_level_id", "4", "analysis", "0"))
                .post("/events/add")
                .path("Event.id");
    }

    private RequestSpecification misp() {
        return vendorRequest().contentType(JSON).accept(JSON);
    }
}
