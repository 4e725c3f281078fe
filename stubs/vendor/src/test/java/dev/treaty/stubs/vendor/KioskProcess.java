package dev.treaty.stubs.vendor;

import dev.treaty.stubs.http.provider.ReplaySettings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A process that takes orders as fast as it can, and prints each one that it has acknowledged, until it is killed. */
final class KioskProcess {

    private static final int CUSTOMERS = 4;

    private KioskProcess() {}

    static ReplaySettings settings(String store) {
        return new ReplaySettings(Optional.of(store), Map.of(), Set.of());
    }

    /** Takes the store and a name for this run; prints lines of key and order. */
    public static void main(String[] args) {
        var kiosk = VendorReplay.open(new Kiosk(), settings(args[0]));
        IntStream.range(0, CUSTOMERS)
                .forEach(number -> new Thread(() -> {
                            var customer = new KioskClient(kiosk, args[1] + number);
                            for (var n = 0; ; n++) {
                                var order = customer.post("/orders", "{\"table\": \"%d\"}".formatted(n));
                                synchronized (KioskProcess.class) {
                                    System.out.println(customer.key() + " "
                                            + order.path("id").asText() + " " + n);
                                }
                            }
                        })
                        .start());
    }
}
