package dev.treaty.stubs.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.errors.TreatyException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {

    private static final int ORDERS_BEFORE_IT_IS_KILLED = 200;

    @TempDir
    private Path folder;

    @Test
    void nothing_that_was_acknowledged_is_lost_when_the_process_is_killed() throws IOException, InterruptedException {
        var store = folder.resolve("state.db").toString();
        var acknowledged = new ArrayList<String>();
        for (var run : List.of("first", "second")) {
            acknowledged.addAll(takeOrdersUntilKilled(store, run));
        }

        try (var kiosk = VendorReplay.open(new Kiosk(), KioskProcess.settings(store))) {
            assertThat(acknowledged)
                    .hasSizeGreaterThanOrEqualTo(2 * (ORDERS_BEFORE_IT_IS_KILLED - 1))
                    .allSatisfy(line -> {
                        var order = line.split(" ", -1);
                        assertThat(new KioskClient(kiosk, order[0])
                                        .get("/orders/" + order[1])
                                        .path("table")
                                        .asText())
                                .isEqualTo(order[2]);
                    });
        }
    }

    @Test
    void an_unfinished_unit_of_work_leaves_nothing_behind() throws IOException, InterruptedException {
        var store = folder.resolve("state.db").toString();
        takeOrdersUntilKilled(store, "run");

        try (var kiosk = VendorReplay.open(new Kiosk(), KioskProcess.settings(store))) {
            var customer = new KioskClient(kiosk, "run0");
            assertThat(customer.get("/orders").path("orders").size())
                    .as("orders in the list, in the index and in the count")
                    .isEqualTo(
                            customer.get("/__treaty/state").at("/objects/order").asInt());
        }
    }

    private List<String> takeOrdersUntilKilled(String store, String run) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KioskProcess.class.getName(),
                        store,
                        run)
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        var acknowledged = new ArrayList<String>();
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(line);
                if (acknowledged.size() == ORDERS_BEFORE_IT_IS_KILLED) {
                    assertThat(openingFails(store)).isTrue();
                    process.toHandle().destroyForcibly(); // what it has printed can still be read
                }
            }
        }
        process.waitFor();
        // the last line may have been cut off
        return acknowledged.subList(0, acknowledged.size() - 1);
    }

    private static boolean openingFails(String store) {
        try {
            VendorReplay.open(new Kiosk(), KioskProcess.settings(store)).close();
            return false;
        } catch (TreatyException e) {
            return e.errorMessage().what().equals("Another process uses the store.");
        }
    }
}
