package dev.treaty.stubs.twilio.usage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.twilio.call.CallsFeature;
import dev.treaty.stubs.twilio.message.MessageResources;
import dev.treaty.stubs.twilio.number.OwnedNumbers;
import dev.treaty.stubs.vendor.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What was used of a category.
 *
 * @param category e.g. {@code "sms-outbound"}
 * @param price in US dollars, not negative
 */
record UsageCategory(
        String category, String description, long count, String unit, long usage, String usageUnit, double price) {

    private static final int SECONDS_PER_MINUTE = 60;

    /** What an account has used in a time, without categories of which there is nothing. */
    static List<UsageCategory> of(World world, String account, UsageRange range) {
        Predicate<ObjectNode> inRange = resource -> range.contains(
                TwilioDates.parseRfc2822(resource.path("date_created").asText()));
        var calls = CallsFeature.calls(world, account).stream().filter(inRange).toList();
        var messages = MessageResources.messages(world, account).stream()
                .filter(inRange)
                .toList();
        var numbers = ResourceTable.of(world, OwnedNumbers.KIND)
                .newestFirst("account_sid", account)
                .filter(inRange)
                .toList();
        var used = new ArrayList<UsageCategory>();
        addBoth(used, "calls", "Voice Minutes", calls);
        addBoth(
                used,
                "mms",
                "MMS",
                messages.stream().filter(UsageCategory::isMms).toList());
        if (!numbers.isEmpty()) {
            used.add(of("phonenumbers", "Phone Numbers", numbers, "numbers"));
        }
        addBoth(used, "sms", "SMS", messages.stream().filter(m -> !isMms(m)).toList());
        if (!used.isEmpty()) {
            var total = used.stream()
                    .filter(category -> !category.category().contains("-"))
                    .mapToDouble(UsageCategory::price)
                    .sum();
            used.add(new UsageCategory("totalprice", "Total Price", 0, "", Math.round(total), "usd", total));
        }
        return used;
    }

    private static boolean isMms(ObjectNode message) {
        return message.path("num_media").asInt() > 0;
    }

    private static void addBoth(List<UsageCategory> used, String name, String description, List<ObjectNode> resources) {
        if (resources.isEmpty()) {
            return;
        }
        var unit = name.equals("calls") ? "calls" : "messages";
        used.add(of(name, description, resources, unit));
        for (var direction : List.of("inbound", "outbound")) {
            var some = resources.stream()
                    .filter(resource -> resource.path("direction").asText().startsWith(direction))
                    .toList();
            if (!some.isEmpty()) {
                var title = direction.substring(0, 1).toUpperCase(Locale.ROOT) + direction.substring(1);
                used.add(of(name + "-" + direction, title + " " + description, some, unit));
            }
        }
    }

    private static UsageCategory of(String name, String description, List<ObjectNode> resources, String unit) {
        var isCalls = unit.equals("calls");
        var usage = isCalls
                ? resources.stream()
                        .mapToLong(
                                call -> (call.path("duration").asLong() + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE)
                        .sum()
                : resources.size();
        var price = resources.stream()
                .mapToDouble(resource -> -resource.path("price").asDouble())
                .sum();
        return new UsageCategory(
                name, description, resources.size(), unit, usage, isCalls ? "minutes" : unit, Math.abs(price));
    }
}
