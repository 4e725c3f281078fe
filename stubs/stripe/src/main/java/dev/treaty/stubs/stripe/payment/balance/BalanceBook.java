package dev.treaty.stubs.stripe.payment.balance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.field.Fields;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The balance of an account: its transactions, and the sums of those that are available and of those that are not yet. */
public final class BalanceBook {

    /** Payments in test mode can be paid out after two days, at midnight UTC. */
    private static final Duration SETTLEMENT = Duration.ofDays(2);

    static final String SETTLE = "balance.settle";

    private static final String KIND = "balance_transaction";
    private static final String SUMS = "stripe-balance";
    private static final String AVAILABLE = "available";
    private static final String PENDING = "pending";

    private BalanceBook() {}

    /** When a payment that is taken now can be paid out. */
    public static Instant settlement(StripeContext stripe) {
        return stripe.instant().plus(SETTLEMENT).truncatedTo(ChronoUnit.DAYS);
    }

    /** When the money of a transaction can be paid out: at once if it already can. */
    public static Instant availableOn(StripeContext stripe, String transaction) {
        var time = stripe.find(KIND, transaction)
                .map(found -> Instant.ofEpochSecond(found.path("available_on").asLong()))
                .orElse(stripe.instant());
        return time.isBefore(stripe.instant()) ? stripe.instant() : time;
    }

    /** Books money that moves. */
    public static ObjectNode book(StripeContext stripe, Movement movement) {
        var available = !movement.availableOn().isAfter(stripe.instant());
        var transaction = stripe.draft(KIND, movement.fields(available));
        stripe.save(transaction);
        add(
                stripe,
                available ? AVAILABLE : PENDING,
                movement.currency(),
                transaction.path("net").asLong());
        if (!available) {
            stripe.schedule(movement.availableOn(), SETTLE, Json.object().put("id", Fields.text(transaction, "id")));
        }
        return transaction;
    }

    /** What was pending becomes available. */
    static void settle(StripeContext stripe, ObjectNode data) {
        stripe.find(KIND, Fields.text(data, "id")).ifPresent(transaction -> {
            stripe.save(transaction.put("status", "available"));
            var currency = Fields.text(transaction, "currency");
            var net = transaction.path("net").asLong();
            add(stripe, PENDING, currency, -net);
            add(stripe, AVAILABLE, currency, net);
            stripe.emit("balance.available", balance(stripe));
        });
    }

    private static void add(StripeContext stripe, String part, String currency, long amount) {
        var sums = stripe.world().value(SUMS).orElseGet(Json::object);
        var sum = sums.withObject("/" + part);
        sum.put(currency, sum.path(currency).asLong() + amount);
        stripe.world().setValue(SUMS, sums);
    }

    /** What can be paid out in a currency, in its smallest unit. */
    static long available(StripeContext stripe, String currency) {
        return stripe.world()
                .value(SUMS)
                .map(sums -> sums.path(AVAILABLE).path(currency).asLong())
                .orElse(0L);
    }

    /** The object {@code balance}. */
    static ObjectNode balance(StripeContext stripe) {
        var sums = stripe.world().value(SUMS).orElseGet(Json::object);
        var balance = Json.object().put("object", "balance");
        fill(balance, AVAILABLE, sums);
        balance.put("livemode", false);
        fill(balance, PENDING, sums);
        return balance;
    }

    private static void fill(ObjectNode balance, String part, ObjectNode sums) {
        var list = balance.putArray(part);
        var entries = sums.path(part).isEmpty() ? Json.object().put("usd", 0) : sums.path(part);
        entries.properties().forEach(entry -> {
            var item = list.addObject().put("amount", entry.getValue().asLong()).put("currency", entry.getKey());
            item.putObject("source_types").put("card", entry.getValue().asLong());
        });
    }
}
