package dev.treaty.stubs.vendor.delivery;

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

    private static final ObjectKind KIND = new ObjectKind("treaty-delivery", "id", List.of(), 10_000);

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

    /** The delivery with this id. */
    public Optional<Delivery> find(String id) {
        return table.find(id).map(Delivery::new);
    }

    /** The newest deliveries, the newest first. */
    public List<Delivery> newest(int limit) {
        return table.newestFirst().limit(limit).map(Delivery::new).toList();
    }

    /**
     * Notes an attempt, and schedules the next one if the policy asks for it.
     *
     * @param handle of what was due
     */
    public void completed(String handle, String id, DeliveryResult result, DeliveryPolicy policy) {
        world.due().cancel(handle);
        var delivery = find(id).orElse(null);
        if (delivery == null) {
            return; // forgotten or reset meanwhile
        }
        var retry = result.isSuccess()
                ? Optional.<Duration>empty()
                : policy.retryAfter(delivery, delivery.attempts() + 1, result);
        var status = retry.isPresent()
                ? Delivery.Status.PENDING
                : result.isSuccess() ? Delivery.Status.DELIVERED : Delivery.Status.FAILED;
        var attempted = delivery.attempted(world.now(), result, status);
        table.put(attempted.stored());
        if (retry.isPresent()) {
            schedule(attempted, world.now().plus(retry.get()));
        } else {
            policy.completed(world, attempted, result);
        }
    }

    private void schedule(Delivery delivery, Instant at) {
        world.due()
                .scheduleOutside(at, ACTION, delivery.channel(), Json.object().put("delivery", delivery.id()));
    }
}
