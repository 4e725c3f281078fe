package dev.treaty.provider.mapbox;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.junit.VendorVerification;
import dev.treaty.provider.junit.states.UnreachableState;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Verifies Mapbox's replay, or with {@code -Dmapbox.url=https://api.mapbox.com -Dmapbox.token=pk.…} Mapbox itself: the recorded places and
 * addresses are real.
 */
@Provider("mapbox")
@UnreachableState(
        state = "a token belongs to another site",
        because = "it needs a second token, which is restricted to a site")
@UnreachableState(state = "the rate limit is exceeded", because = "it would take hundreds of requests within a minute")
class MapboxVerificationTest extends VendorVerification {

    private static final String TOKEN = "access_token";

    /** Control requests have the token in their header. */
    @Override
    protected String authorization() {
        return "Bearer " + setting("token");
    }

    @Override
    protected Map<String, String> replayAccount() {
        return Map.of("token", "pk." + UUID.randomUUID());
    }

    @Override
    protected void adapt(IRequest request) {
        useToken(request);
    }

    @Override
    protected void adaptToReplay(IRequest request) {
        useToken(request);
    }

    /** The token is in the query; one that was revoked stays. */
    private void useToken(IRequest request) {
        var recorded = String.valueOf(request.getQuery().get(TOKEN));
        if (!recorded.contains("revoked")) {
            request.getQuery().put(TOKEN, List.of(setting("token")));
        }
    }

    @State("an address is known")
    void anAddressIsKnown(Map<String, Object> address) {
        tellTheReplay("an address is known", address);
    }

    @State("an address is roughly known")
    void anAddressIsRoughlyKnown(Map<String, Object> address) {
        tellTheReplay("an address is roughly known", address);
    }

    @State("an address is unknown")
    void anAddressIsUnknown(Map<String, Object> address) {
        tellTheReplay("an address is unknown", address);
    }

    @State("a place cannot be reached by road")
    void aPlaceCannotBeReached(Map<String, Object> place) {
        tellTheReplay("a place cannot be reached by road", place);
    }

    @State("a place has no road near it")
    void aPlaceHasNoRoadNearIt(Map<String, Object> place) {
        tellTheReplay("a place has no road near it", place);
    }

    @State({"roads connect places", "there is no such profile", "a token was revoked"})
    void alwaysTrue() {}

    /** Mapbox knows the recorded places and addresses, which are real. */
    private void tellTheReplay(String state, Map<String, Object> parameters) {
        if (sandbox() == null) {
            bringAbout(state, parameters);
        }
    }
}
