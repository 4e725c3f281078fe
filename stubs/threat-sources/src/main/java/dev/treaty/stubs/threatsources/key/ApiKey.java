package dev.treaty.stubs.threatsources.key;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An API key, by which a vendor knows whose world a request is for. Any key exists, except one that calls itself wrong.
 *
 * @param header where the vendor expects it, e.g. {@code "x-apikey"}
 */
public record ApiKey(String header) {

    private static final Pattern WRONG = Pattern.compile("(?i).*(wrong|invalid|incorrect).*");
    private static final String REVOKED = "revoked";

    /** The key of a request. Requests that control the replay may send it as a bearer token instead, as with other vendors. */
    public Optional<String> of(VendorRequest request) {
        var isControl = request.path().startsWith(ProviderReplay.CONTROL_PATH);
        return (isControl ? request.bearerToken() : Optional.<String>empty())
                .or(() -> request.header(header))
                .map(String::strip)
                .filter(key -> !key.isEmpty());
    }

    /** Whether a key is one that nobody has. */
    public static boolean isWrong(String key) {
        return WRONG.matcher(key).matches();
    }

    /** From now on, the key of this world is refused. */
    public static void revoke(World world) {
        world.setValue(REVOKED, Json.object());
    }

    /** Whether the key of this world is refused. */
    public static boolean isRevoked(World world) {
        return world.value(REVOKED).isPresent();
    }
}
