package dev.treaty.stubs.cablecast;

import dev.treaty.stubs.cablecast.resource.CablecastError;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.request.VendorRequest.BasicCredentials;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who a request is from, and so which station it is for. Writing needs Basic authentication, reading does not.
 *
 * <p>Any user exists and has a station of their own, with the password that was used for it first; another one is then refused. A
 * password that calls itself wrong is refused from the start, and so are credentials without a user. Who reads without credentials sees the station that somebody wrote to
 * last: an application that writes with credentials and reads without them finds what it wrote. Tests that run at the same time must
 * read with credentials.
 */
final class CablecastUsers {

    private static final Pattern WRONG = Pattern.compile("(?i).*(wrong|invalid|incorrect).*");
    private static final String NOBODY = "nobody";
    private static final String PASSWORD = "password";

    /** Not kept when the server ends: until then, every client has written something, or wants an empty station. */
    private volatile String lastWriter = NOBODY;

    /**
     * Whose station a request is for.
     *
     * @param isWrite whether it needs credentials
     * @throws dev.treaty.stubs.vendor.VendorError 401 if they are missing, or cannot be right
     */
    String station(VendorRequest request, boolean isWrite) {
        var credentials = request.basicCredentials();
        if (credentials.isEmpty()) {
            if (isWrite) {
                throw CablecastError.unauthorized();
            }
            return lastWriter;
        }
        if (credentials.get().user().isBlank()
                || WRONG.matcher(credentials.get().password()).matches()) {
            throw CablecastError.unauthorized();
        }
        return credentials.get().user();
    }

    /**
     * Checks the password in the user's station.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 401 if it is not the one that was used first
     */
    void check(World world, Optional<BasicCredentials> credentials, boolean isWrite) {
        if (credentials.isEmpty()) {
            return;
        }
        var given = credentials.get();
        var known = world.value(PASSWORD);
        if (known.isEmpty()) {
            world.setValue(PASSWORD, Json.object().put(PASSWORD, given.password()));
        } else if (!known.get().path(PASSWORD).asText().equals(given.password())) {
            throw CablecastError.unauthorized();
        }
        if (isWrite) {
            lastWriter = given.user();
        }
    }
}
