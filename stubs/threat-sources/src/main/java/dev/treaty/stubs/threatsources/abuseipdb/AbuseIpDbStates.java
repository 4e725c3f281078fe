package dev.treaty.stubs.threatsources.abuseipdb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.threatsources.address.IpAddress;
import dev.treaty.stubs.threatsources.address.KnownAddresses;
import dev.treaty.stubs.vendor.limit.RateLimits;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.util.List;

/** The provider states of the contracts. */
final class AbuseIpDbStates {

    private static final int SSH = 22;
    private static final int CHECKS_A_DAY = 1_000;

    private AbuseIpDbStates() {}

    /** @throws IllegalArgumentException if there is no such state */
    static void bringAbout(World world, String state, ObjectNode parameters) {
        switch (state) {
            case "an address is reported often" -> tell(world, parameters);
            case "nobody has reported an address" ->
                tell(
                        world,
                        parameters.deepCopy().put("score", 0).put("reports", 0).put("reporters", 0));
            case "an address is whitelisted" ->
                tell(world, parameters.deepCopy().put("whitelisted", true));
            case "the caller has just reported an address" ->
                ReportTable.keep(world, address(parameters), world.now(), List.of(SSH), "");
            case "the daily limit is used up" ->
                new RateLimits(world)
                        .exceed(
                                CHECKS_A_DAY,
                                Duration.ofSeconds(parameters.path("seconds").asInt(3_600)));
            case "no user has the key", "addresses are on the blacklist", "no such category exists" -> {
                // always so
            }
            default -> throw new IllegalArgumentException(state);
        }
    }

    private static void tell(World world, ObjectNode parameters) {
        var facts = parameters.deepCopy();
        facts.remove("ip");
        KnownAddresses.tell(world, address(parameters), facts);
    }

    private static IpAddress address(ObjectNode parameters) {
        return IpAddress.parse(parameters.path("ip").asText()).orElseThrow();
    }
}
