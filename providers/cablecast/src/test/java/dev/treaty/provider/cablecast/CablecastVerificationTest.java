package dev.treaty.provider.cablecast;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.junit.VendorVerification;
import dev.treaty.provider.junit.states.UnreachableState;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Verifies Cablecast's replay, or with {@code -Dcablecast.url=… -Dcablecast.user=… -Dcablecast.password=…} a Cablecast server that the
 * user may write to: a show is created there for each state that needs one.
 */
@Provider("cablecast")
@UnreachableState(state = "shows match a search", because = CablecastVerificationTest.HAS_ITS_OWN)
@UnreachableState(state = "a show has reels and VODs", because = CablecastVerificationTest.TRANSCODES)
@UnreachableState(state = "a VOD has chapters", because = CablecastVerificationTest.TRANSCODES)
@UnreachableState(state = "a VOD exists", because = CablecastVerificationTest.TRANSCODES)
@UnreachableState(state = "VOD configurations exist", because = CablecastVerificationTest.HAS_ITS_OWN)
@UnreachableState(state = "shows are scheduled", because = CablecastVerificationTest.HAS_ITS_OWN)
class CablecastVerificationTest extends VendorVerification {

    static final String HAS_ITS_OWN = "a server has its own shows, schedules and configurations";
    static final String TRANSCODES = "a VOD needs a recording, a transcoder, and time";

    private static final String API = "/cablecastapi/v1";
    private static final int NO_SHOW = Integer.MAX_VALUE;

    @Override
    protected String authorization() {
        return basic(setting("user"), setting("password"));
    }

    /** A station of its own. */
    @Override
    protected Map<String, String> replayAccount() {
        return Map.of("user", "user-" + UUID.randomUUID(), "password", "password-42");
    }

    /** The replay shows the station of an interaction only to the user whose it is. */
    @Override
    protected void adaptToReplay(IRequest request) {
        if (request.getMethod().equals("GET")) {
            request.getHeaders().put("Authorization", List.of(authorization()));
        }
    }

    @State("a location exists")
    Map<String, Object> aLocationExists() {
        return Map.of("id", first("locations", "locations"));
    }

    @State("a VOD configuration exists")
    Map<String, Object> aVodConfigurationExists() {
        return Map.of("id", first("vodconfigurations", "vodConfigurations"));
    }

    @State("a show exists")
    Map<String, Object> aShowExists() {
        var show = Map.of(
                "title",
                "Treaty verification",
                "cgTitle",
                "Treaty verification",
                "cgExempt",
                false,
                "location",
                first("locations", "locations"));
        return Map.of(
                "id",
                vendorRequest()
                        .contentType("application/json")
                        .body(Map.of("show", show))
                        .post(API + "/shows")
                        .path("show.id"));
    }

    @State("no show exists")
    Map<String, Object> aShowDoesNotExist() {
        return Map.of("id", NO_SHOW);
    }

    @State({"writing requires credentials", "a user has a different password", "no show matches a search"})
    void alwaysTrue() {}

    private Object first(String resources, String root) {
        return vendorRequest().get(API + "/" + resources).path(root + "[0].id");
    }
}
