package dev.treaty.stubs.threatsources.virustotal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.threatsources.address.IpAddress;
import dev.treaty.stubs.threatsources.address.KnownAddresses;
import dev.treaty.stubs.vendor.limit.RateLimits;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;

/** The provider states of the contracts. */
final class VirusTotalStates {

    private static final int REQUESTS_A_MINUTE = 4;
    private static final int DAY = 86_400;

    private VirusTotalStates() {}

    /** @throws IllegalArgumentException if there is no such state */
    static void bringAbout(World world, String state, ObjectNode parameters) {
        switch (state) {
            case "an address has been analysed" -> tell(world, parameters, true);
            case "an address was never analysed" -> tell(world, parameters, false);
            case "a file has been analysed" -> world.objects(Samples.FILE).put(file(world, parameters));
            case "an analysis exists" -> addAnalysis(world, parameters);
            case "the quota is used up" -> new RateLimits(world).exceed(REQUESTS_A_MINUTE, Duration.ofMinutes(1));
            case "no such file was ever sent", "no user has the key" -> {
                // always so
            }
            default -> throw new IllegalArgumentException(state);
        }
    }

    private static void tell(World world, ObjectNode parameters, boolean isAnalysed) {
        var facts = parameters.deepCopy().put("analysed", isAnalysed);
        var ip = facts.remove("ip").asText();
        KnownAddresses.tell(world, IpAddress.parse(ip).orElseThrow(), facts);
    }

    private static ObjectNode file(World world, ObjectNode parameters) {
        return Json.object()
                .put("sha256", parameters.path("sha256").asText())
                .put("name", parameters.path("name").asText("invoice.pdf.exe"))
                .put("size", parameters.path("size").asInt(68))
                .put("malicious", parameters.path("malicious").asInt())
                .put("analysed", world.nowSeconds() - DAY);
    }

    private static void addAnalysis(World world, ObjectNode parameters) {
        var isCompleted = parameters.path("status").asText().equals("completed");
        var begin = world.nowSeconds() - (isCompleted ? DAY : 0);
        Analyses.keep(world, parameters.path("id").asText(), "files", file(world, parameters), begin);
    }
}
