package dev.treaty.provider.abuseipdb;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.junit.VendorVerification;
import dev.treaty.provider.junit.states.UnreachableState;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Verifies AbuseIPDB's replay, or with {@code -Dabuseipdb.url=https://api.abuseipdb.com -Dabuseipdb.key=…} AbuseIPDB itself. A free key suffices;
 * nobody is reported there.
 */
@Provider("abuseipdb")
@UnreachableState(state = "an address is reported often", because = AbuseIpDbVerificationTest.OTHERS)
@UnreachableState(state = "nobody has reported an address", because = AbuseIpDbVerificationTest.OTHERS)
@UnreachableState(state = "an address is whitelisted", because = "AbuseIPDB chooses what it whitelists")
@UnreachableState(
        state = "the caller has just reported an address",
        because = "a report is published, and accuses somebody")
@UnreachableState(state = "addresses are on the blacklist", because = "a free key reads the blacklist five times a day")
@UnreachableState(
        state = "the daily limit is used up",
        because = "the rest of the day would be lost to everybody with the key")
class AbuseIpDbVerificationTest extends VendorVerification {

    static final String OTHERS = "others report addresses, and their reports grow old";

    private static final String KEY = "Key";

    /** For control requests of the replay; AbuseIPDB itself has a header of its own. */
    @Override
    protected String authorization() {
        return "Bearer " + setting("key");
    }

    @Override
    protected Map<String, String> replayAccount() {
        return Map.of("key", "test-key-" + UUID.randomUUID());
    }

    @Override
    protected void adapt(IRequest request) {
        useRealKey(request);
    }

    @Override
    protected void adaptToReplay(IRequest request) {
        useRealKey(request);
    }

    /** Except in a contract about a wrong key. */
    private void useRealKey(IRequest request) {
        request.getHeaders()
                .replaceAll((name, values) -> name.equalsIgnoreCase(KEY) && values.contains("test-key-42")
                        ? List.of(setting("key"))
                        : values);
    }

    @State({"no user has the key", "no such category exists"})
    void alwaysTrue() {}
}
