package dev.treaty.stubs.samsara.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * A place in a list or feed, to go on from there. What clients see of it is opaque. It is accepted for 30 days of the account's clock.
 *
 * @see <a href="https://developers.samsara.com/docs/pagination">Samsara, pagination</a>
 */
public final class Cursor {

    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final String SEPARATOR = "\n";

    private Cursor() {}

    /**
     * A new cursor.
     *
     * @param list which list or feed it belongs to
     * @param place what the list needs to find the place again
     */
    public static String of(World world, String list, String place) {
        var content = String.join(SEPARATOR, list, place, world.now().toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString((checksum(content) + content).getBytes(UTF_8));
    }

    /**
     * The place that a cursor stands for.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 400 if it is not a cursor of this list, or too old
     */
    public static String place(World world, String list, String cursor) {
        var parts = decoded(cursor).split(SEPARATOR, -1);
        if (parts.length != 3 || !parts[0].equals(list)) {
            throw SamsaraError.badRequest("Invalid value for parameter after: not a cursor of this list.");
        }
        if (Instant.parse(parts[2]).plus(LIFETIME).isBefore(world.now())) {
            throw SamsaraError.badRequest("Invalid value for parameter after: the cursor is older than 30 days.");
        }
        return parts[1];
    }

    /** Empty if it was not made here. */
    private static String decoded(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            var content = text.substring(Math.min(8, text.length()));
            return text.equals(checksum(content) + content) ? content : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String checksum(String content) {
        var sum = new CRC32();
        sum.update(content.getBytes(UTF_8));
        return "%08x".formatted(sum.getValue());
    }
}
