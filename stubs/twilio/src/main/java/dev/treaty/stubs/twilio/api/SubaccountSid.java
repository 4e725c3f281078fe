package dev.treaty.stubs.twilio.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.treaty.stubs.vendor.world.World;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;

/**
 * SIDs of subaccounts, which say in which world they are, so that a subaccount's own credentials lead there: {@code AC}, the digits of the
 * world's name, eight random digits, and a check by which they are told from SIDs that tests make up.
 */
public final class SubaccountSid {

    private static final String PREFIX = "AC";
    private static final int WORLD = 16;
    private static final int RANDOM = 8;

    private SubaccountSid() {}

    /** A new one. */
    public static String in(World world) {
        var name = world.name();
        var start = name.substring(name.lastIndexOf('-') + 1)
                + "%08x".formatted(ThreadLocalRandom.current().nextInt());
        return PREFIX + start + check(start);
    }

    /** Whether a SID is one of a subaccount. */
    public static boolean isOne(String sid) {
        return Sid.isSid(sid, PREFIX)
                && sid.substring(PREFIX.length() + WORLD + RANDOM)
                        .equals(check(sid.substring(PREFIX.length(), PREFIX.length() + WORLD + RANDOM)));
    }

    /** The name of the world that a subaccount is in; empty for other SIDs. */
    static Optional<String> world(String sid) {
        return isOne(sid)
                ? Optional.of("twilio-" + sid.substring(PREFIX.length(), PREFIX.length() + WORLD))
                : Optional.empty();
    }

    private static String check(String digits) {
        var sum = new CRC32();
        sum.update(("subaccount " + digits).getBytes(US_ASCII));
        return "%08x".formatted(sum.getValue());
    }
}
