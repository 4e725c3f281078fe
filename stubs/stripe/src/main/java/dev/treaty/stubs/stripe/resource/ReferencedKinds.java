package dev.treaty.stubs.stripe.resource;

import dev.treaty.stubs.stripe.surface.Shape;
import dev.treaty.stubs.stripe.surface.Surface;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an id may refer to. The data calls objects by the names of the SDK's classes. */
public final class ReferencedKinds {

    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "LineItem", List.of("item"),
            "InvoiceLineItem", List.of("line_item"),
            "InvoiceItem", List.of("invoiceitem"),
            "CustomerSource", List.of("card", "bank_account", "source"),
            "ExternalAccount", List.of("card", "bank_account"),
            "BalanceTransactionSource",
                    List.of("charge", "refund", "payout", "dispute", "transfer", "topup", "application_fee"));

    private ReferencedKinds() {}

    /** The kinds that the value of a field may be; empty if the data does not say. */
    public static List<String> of(Shape shape) {
        var kinds = new ArrayList<String>();
        shape.referencedClasses().forEach(name -> kinds.addAll(byClass(name)));
        return kinds;
    }

    private static List<String> byClass(String name) {
        var other = OTHER_NAMES.get(name);
        return other == null ? ByClass.KINDS.getOrDefault(name, List.of()) : other;
    }

    /** Read when it is needed for the first time. */
    private static final class ByClass {

        private static final Map<String, List<String>> KINDS = kinds();

        private static Map<String, List<String>> kinds() {
            var byClass = new HashMap<String, List<String>>();
            for (var kind : Surface.get().kinds()) {
                byClass.computeIfAbsent(className(kind), key -> new ArrayList<>())
                        .add(kind);
            }
            return byClass;
        }

        /** E.g. {@code "TestClock"} for test_helpers.test_clock. */
        private static String className(String kind) {
            var name = new StringBuilder();
            for (var word : kind.substring(kind.lastIndexOf('.') + 1).split("_", -1)) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
            return name.toString();
        }
    }
}
