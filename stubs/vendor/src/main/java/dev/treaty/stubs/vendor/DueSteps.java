package dev.treaty.stubs.vendor;

import dev.treaty.stubs.http.limits.HeapExhaustion;
import dev.treaty.stubs.vendor.delivery.Deliveries;
import dev.treaty.stubs.vendor.delivery.Delivery;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import dev.treaty.stubs.vendor.world.DueItem;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps by which a vendor does what is due; each is one unit of work. What fails does not hold up what is due after it. */
final class DueSteps {

    private static final Logger LOG = LoggerFactory.getLogger(DueSteps.class);

    /** Longer than any delivery takes. If the process ends meanwhile, it is attempted again when this is over. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** What is later than this was due while no server was running: it takes place now. */
    private static final Duration LATEST = Duration.ofSeconds(30);

    private final Vendor vendor;

    DueSteps(Vendor vendor) {
        this.vendor = vendor;
    }

    /** Takes what is due first, and does it if it is an action; empty if nothing is due until this time. */
    Optional<DueStep> take(World world, Instant until) {
        return world.due().take(until, LEASE).map(item -> {
            if (item.action().equals(Deliveries.ACTION)) {
                return delivery(world, item);
            }
            run(world, item);
            return new DueStep.Done();
        });
    }

    /** What fails changes nothing, and is not tried again. */
    private void run(World world, DueItem item) {
        var action = vendor.dueActions().get(item.action());
        if (action == null) {
            LOG.error("{} does not know what to do for {}", vendor.provider(), item.action());
            return;
        }
        try {
            action.run(world, item.data());
        } catch (VendorError e) {
            LOG.warn("{} in {}: {}", item.action(), world.name(), e.getMessage());
            if (!e.keepsChanges()) {
                takeBack(world, item);
            }
        } catch (RuntimeException | Error e) {
            HeapExhaustion.report(e);
            LOG.error("{} failed in {}", item.action(), world.name(), e);
            takeBack(world, item);
        }
    }

    private static void takeBack(World world, DueItem item) {
        world.discard();
        world.advanceTo(item.at());
        world.due().cancel(item.handle());
    }

    private DueStep delivery(World world, DueItem item) {
        var delivery = Deliveries.of(world).find(item);
        if (delivery.isEmpty()) {
            LOG.warn("A delivery of {} was forgotten before it was attempted", world.name());
            world.due().cancel(item.handle());
            return new DueStep.Done();
        }
        try {
            var headers = policy(delivery.get()).headers(world, delivery.get());
            var late = item.at().plus(LATEST).isBefore(world.now());
            return new DueStep.Send(item, late ? world.now() : item.at(), delivery.get(), headers);
        } catch (RuntimeException | Error e) {
            HeapExhaustion.report(e);
            LOG.error("{} in {} cannot be sent", delivery.get().id(), world.name(), e);
            Deliveries.of(world).end(item, DeliveryResult.failed("The replay failed; its log says why"));
            return new DueStep.Done();
        }
    }

    /** Notes what came of a delivery, and has the vendor act on it. */
    void end(World world, DueStep.Send send, DeliveryResult result) {
        world.setTime(send.at());
        Deliveries.of(world).end(send.item(), result, policy(send.delivery()));
    }

    private DeliveryPolicy policy(Delivery delivery) {
        var policy = vendor.deliveryPolicies().get(delivery.purpose());
        if (policy == null) {
            throw new IllegalStateException(vendor.provider() + " has no policy for " + delivery.purpose());
        }
        return policy;
    }
}
