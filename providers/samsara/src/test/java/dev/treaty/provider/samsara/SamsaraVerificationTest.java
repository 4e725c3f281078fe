package dev.treaty.provider.samsara;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.junit.VendorVerification;
import dev.treaty.provider.junit.states.UnreachableState;
import java.util.Map;
import java.util.UUID;

/**
 * Verifies Samsara's replay, or with {@code -Dsamsara.url=https://api.samsara.com -Dsamsara.token=…} Samsara itself. There is no sandbox:
 * the token is that of a real organisation, so it should only have scopes to read, and nothing is created, changed or driven.
 */
@Provider("samsara")
@UnreachableState(state = "vehicles exist", because = SamsaraVerificationTest.HAS_ITS_OWN)
@UnreachableState(
        state = "a vehicle has moved since a request to follow the vehicles",
        because = SamsaraVerificationTest.REAL_TRUCKS)
@UnreachableState(
        state = "no vehicle has moved since a request to follow the vehicles",
        because = SamsaraVerificationTest.REAL_TRUCKS)
@UnreachableState(state = "a vehicle is on the road", because = SamsaraVerificationTest.REAL_TRUCKS)
@UnreachableState(state = "a vehicle was on the road", because = SamsaraVerificationTest.REAL_TRUCKS)
@UnreachableState(state = "drivers exist", because = SamsaraVerificationTest.HAS_ITS_OWN)
@UnreachableState(state = "a driver is deactivated", because = SamsaraVerificationTest.HAS_ITS_OWN)
@UnreachableState(state = "a vehicle has an external ID", because = SamsaraVerificationTest.WRITES)
@UnreachableState(state = "a vehicle has no route", because = SamsaraVerificationTest.WRITES)
@UnreachableState(state = "an address exists", because = SamsaraVerificationTest.WRITES)
@UnreachableState(state = "a route exists", because = SamsaraVerificationTest.WRITES)
@UnreachableState(state = "a vehicle has arrived at a stop of a route", because = SamsaraVerificationTest.REAL_TRUCKS)
@UnreachableState(
        state = "nothing has happened since a request to follow the routes",
        because = SamsaraVerificationTest.REAL_TRUCKS)
@UnreachableState(state = "the token lacks a scope", because = "a token has the same scopes for all requests")
@UnreachableState(state = "the rate limit is exceeded", because = "Samsara does not limit requests on demand")
@UnreachableState(state = "the service is unavailable", because = "Samsara does not fail on demand")
class SamsaraVerificationTest extends VendorVerification {

    static final String HAS_ITS_OWN = "an organisation has its own vehicles and drivers";
    static final String REAL_TRUCKS = "a truck would have to drive";
    static final String WRITES = "nothing is created in a real organisation";

    private static final String NO_VEHICLE = "100000000000001";

    @Override
    protected String authorization() {
        return "Bearer " + setting("token");
    }

    /** An organisation of its own. */
    @Override
    protected Map<String, String> replayAccount() {
        return Map.of("token", "samsara_api_" + UUID.randomUUID());
    }

    @State("a vehicle exists")
    Map<String, Object> aVehicleExists(Map<String, Object> vehicle) {
        return sandbox() == null
                ? bringAbout("a vehicle exists", vehicle)
                : Map.of("id", vendorRequest().get("/fleet/vehicles?limit=1").path("data[0].id"));
    }

    @State("no vehicle exists")
    Map<String, Object> aVehicleDoesNotExist() {
        return Map.of("id", NO_VEHICLE);
    }

    @State({"no route exists", "a token is revoked"})
    void alwaysTrue() {}
}
