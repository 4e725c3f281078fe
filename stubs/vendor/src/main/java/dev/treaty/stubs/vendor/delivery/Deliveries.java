package dev.treaty.stubs.vendor.delivery;

import dev.treaty.stubs.vendor.world.DueItem;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.ObjectTable;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The deliveries of a world. */
public final class Deliveries {

    /** What is due when a delivery is to be attempted. */
    public static final String ACTION = "treaty-deliver";

    private static final ObjectKind KIND = new ObjectKind("treaty-delivery", "id", List.of(), 50_000);

    private static final String DELIVERY = "delivery";

    private final World world;
    private final ObjectTable table;

    private Deliveries(World world) {
        this.world = world;
        table = world.objects(KIND);
    }

    /** The deliveries of a world. */
    public static Deliveries of(World world) {
        return new Deliveries(world);
    }

    /** Sends a request as soon as the present unit of work is over. */
    public Delivery send(DeliveryRequest request) {
        var delivery = Delivery.of("delivery_" + world.nextNumber(), request, world.now());
        table.put(delivery.stored());
        schedule(delivery, world.now());
        return delivery;
    }

    /** Sends a delivery again, whatever became of it; empty if there is none with this id. */
    public Optional<Delivery> resend(String id) {
        var delivery = find(id);
        delivery.ifPresent(found -> schedule(found, world.now()));
        return delivery;
    }

    /** The delivery that is to be attempted. */
    public Optional<Delivery> find(DueItem item) {
        return find(item.data().path(DELIVERY).asText());
    }

    /** The delivery with this id. */
    public Optional<Delivery> find(String id) {
        return table.find(id).map(Delivery::new);
    }

    /** The newest deliveries, the newest first. */
    public List<Delivery> newest(int limit) {
        return table.newestFirst().limit(limit).map(Delivery::new).toList();
    }

    /** Notes an attempt, and schedules the next one if the policy asks for it. */
    public void end(DueItem item, DeliveryResult result, DeliveryPolicy policy) {
        var delivery = ended(item);
        if (delivery.isEmpty()) {
            return;
        }
        var attempts = delivery.get().attempts() + 1;
        var retry =
                result.isSuccess() ? Optional.<Duration>empty() : policy.retryAfter(delivery.get(), attempts, result);
        var attempted = note(delivery.get(), result, retry.isPresent());
        retry.ifPresentOrElse(
                wait -> schedule(attempted, world.now().plus(wait)), () -> policy.completed(world, attempted, result));
    }

    /** Notes an attempt that was the last, because the vendor failed to act on it. */
    public void end(DueItem item, DeliveryResult result) {
        ended(item).ifPresent(delivery -> note(delivery, result, false));
    }

    /** The delivery that was attempted; empty if it was forgotten, or the world reset, meanwhile. */
    private Optional<Delivery> ended(DueItem item) {
        return world.due().end(item) ? find(item) : Optional.empty();
    }

    private Delivery note(Delivery delivery, DeliveryResult result, boolean isAttemptedAgain) {
        var status = isAttemptedAgain
                ? Delivery.Status.PENDING
                : result.isSuccess() ? Delivery.Status.DELIVERED : Delivery.Status.FAILED;
        var attempted = delivery.attempted(world.now(), result, status);
        table.put(attempted.stored());
        return attempted;
    }

    private void schedule(Delivery delivery, Instant at) {
        world.due()
                .scheduleOutside(at, ACTION, delivery.channel(), Json.object().put(DELIVERY, delivery.id()));
    }
}
