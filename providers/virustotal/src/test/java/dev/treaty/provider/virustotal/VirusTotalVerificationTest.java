package dev.treaty.provider.virustotal;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.treaty.provider.junit.VendorVerification;
import dev.treaty.provider.junit.states.UnreachableState;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Verifies VirusTotal's replay, or with {@code -Dvirustotal.url=https://www.virustotal.com -Dvirustotal.key=…} VirusTotal itself, whose free key
 * suffices: what is read there exists already, and nothing is sent.
 */
@Provider("virustotal")
@UnreachableState(state = "an address has been analysed", because = VirusTotalVerificationTest.CHANGES)
@UnreachableState(state = "an address was never analysed", because = VirusTotalVerificationTest.CHANGES)
@UnreachableState(
        state = "an analysis exists",
        because = "an analysis needs a file that is sent, and so shared with everybody")
@UnreachableState(
        state = "no such file was ever sent",
        because = "somebody may have sent any file, and a new one would be shared")
@UnreachableState(
        state = "the quota is used up",
        because = "the rest of the day would be lost to everybody with the key")
class VirusTotalVerificationTest extends VendorVerification {

    static final String CHANGES = "what engines say of an address changes every day";

    /** The EICAR test file, which every engine knows. */
    private static final String EICAR = "275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f";

    private static final String KEY = "x-apikey";

    /** For control requests of the replay; VirusTotal itself has a header of its own. */
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

    @State("a file has been analysed")
    Map<String, Object> aFileHasBeenAnalysed(Map<String, Object> file) {
        if (sandbox() == null) {
            bringAbout("a file has been analysed", file);
        }
        return Map.of("sha256", EICAR);
    }

    @State("no user has the key")
    void alwaysTrue() {}
}
