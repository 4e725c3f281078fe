package dev.treaty.stubs.threatsources.abuseipdb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.threatsources.address.IpAddress;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The reports of an account. */
final class ReportTable {

    static final ObjectKind REPORT = ObjectKind.of("report", "ip");

    private ReportTable() {}

    /** Keeps a report. */
    static void keep(World world, IpAddress address, Instant at, List<Integer> categories, String comment) {
        var report = Json.object()
                .put("id", String.valueOf(world.nextNumber()))
                .put("ip", address.toString())
                .put("reportedAt", at.toString())
                .put("comment", comment);
        categories.forEach(report.withArray("categories")::add);
        world.objects(REPORT).put(report);
    }

    /** The reports of an address, the newest first. */
    static Stream<ObjectNode> newest(World world, IpAddress address) {
        return world.objects(REPORT).list("ip", address.toString(), true, null);
    }

    /** All of them, the newest first. */
    static Stream<ObjectNode> all(World world) {
        return world.objects(REPORT).newestFirst();
    }

    /** Those that were made after a time. */
    static Predicate<ObjectNode> since(Instant time) {
        return report -> reportedAt(report).isAfter(time);
    }

    static Instant reportedAt(ObjectNode report) {
        return Instant.parse(report.path("reportedAt").asText());
    }
}
