package dev.treaty.stubs.threatsources.abuseipdb;

import dev.treaty.stubs.threatsources.address.IpAddress;
import dev.treaty.stubs.threatsources.address.KnownAddresses;
import dev.treaty.stubs.vendor.world.World;

/** How sure AbuseIPDB is that an address is abused. */
final class Scores {

    private static final int POINTS_OF_A_REPORT = 12;
    private static final int FULL = 100;

    private Scores() {}

    /** From 0 to 100. Each report of the account raises it; a whitelisted address stays at 0. */
    static int of(World world, IpAddress address) {
        var facts = KnownAddresses.facts(world, address);
        if (facts.path("whitelisted").asBoolean()) {
            return 0;
        }
        var own = (int) ReportTable.newest(world, address).count();
        return Math.min(FULL, facts.path("score").asInt() + own * POINTS_OF_A_REPORT);
    }
}
