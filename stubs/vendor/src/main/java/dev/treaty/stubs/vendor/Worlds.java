package dev.treaty.stubs.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.vendor.delivery.Deliveries;
import dev.treaty.stubs.vendor.delivery.Delivery;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import dev.treaty.stubs.vendor.delivery.DeliverySender;
import dev.treaty.stubs.vendor.store.WorldStore;
import dev.treaty.stubs.vendor.world.DueItem;
import dev.treaty.stubs.vendor.world.World;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worlds of one vendor. What is due runs in the order of time, each with the clock at its own time, whether real time passes or a
 * test advances the clock.
 */
public final class Worlds {

    private static final Logger LOG = LoggerFactory.getLogger(Worlds.class);

    /** Longer than any delivery takes; after a crash, it is attempted again when this is over. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Vendor vendor;
    private final WorldStore store;
    private final DeliverySender sender;
    private final InstantSource clock;
    private final Map<String, ReentrantLock> running = new ConcurrentHashMap<>();

    Worlds(Vendor vendor, WorldStore store, DeliverySender sender, InstantSource clock) {
        this.vendor = vendor;
        this.store = store;
        this.sender = sender;
        this.clock = clock;
    }

    /** The name of an account's world, which says nothing about the account's credentials. */
    public String nameOf(String account) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(account.getBytes(UTF_8));
            return vendor.provider() + "-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Runs a unit of work, alone in a world. */
    public <T> T in(String world, Function<World, T> work) {
        return store.inWorld(world, records -> work.apply(new World(world, records, clock.instant())));
    }

    /** Forgets everything about an account. */
    public void reset(String world) {
        var lock = lock(world);
        lock.lock();
        try {
            store.remove(world);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Advances a world's clock. All that becomes due is done in the order of time when this returns, deliveries included.
     *
     * @return the world's time afterwards
     */
    public Instant advance(String world, Duration by) {
        var lock = lock(world);
        lock.lock();
        try {
            var target = in(world, opened -> opened.now().plus(by));
            while (runNext(world, target, true)) {
                // until nothing is due any more
            }
            return in(world, opened -> {
                opened.advanceTo(target);
                return opened.now();
            });
        } finally {
            lock.unlock();
        }
    }

    /** Does what has become due since the last call. */
    void tick() {
        try {
            for (var world : store.due(vendor.provider() + "-", clock.millis())) {
                tick(world);
            }
        } catch (RuntimeException e) { // an exception would end all later ticks
            LOG.error("The store cannot tell what is due", e);
        }
    }

    private void tick(String world) {
        var lock = lock(world);
        if (!lock.tryLock()) {
            return; // somebody advances its clock, or does it already
        }
        try {
            while (runNext(world, null, false)) {
                // until nothing is due any more
            }
        } catch (RuntimeException e) {
            LOG.error("What was due in {} failed", world, e);
        } finally {
            lock.unlock();
        }
    }

    private ReentrantLock lock(String world) {
        return running.computeIfAbsent(world, name -> new ReentrantLock());
    }

    /**
     * Does what is due next.
     *
     * @param until null for now
     * @param waits whether to wait until a delivery is over
     * @return whether there may be more
     */
    private boolean runNext(String world, @Nullable Instant until, boolean waits) {
        var step = in(world, opened -> take(opened, until));
        if (step.isEmpty()) {
            return waits && awaitDeliveries(world);
        }
        if (step.get().delivery() != null) {
            var completion = deliver(world, step.get());
            if (waits) {
                completion.join();
            }
        }
        return true;
    }

    /** Whether there was a delivery to wait for, after which more may be due. */
    private boolean awaitDeliveries(String world) {
        var waited = false;
        while (in(world, opened -> opened.due().isUnderWay())) {
            waited = true;
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return waited;
    }

    private Optional<Step> take(World world, @Nullable Instant until) {
        var limit = until == null ? world.now() : until;
        var item = world.due().take(limit, LEASE);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(start(world, item.get()));
    }

    private Step start(World world, DueItem item) {
        if (item.action().equals(Deliveries.ACTION)) {
            return delivery(world, item);
        }
        var action = vendor.dueActions().get(item.action());
        if (action == null) {
            LOG.warn("{} does not know what to do for {}", vendor.provider(), item.action());
        } else {
            run(action, world, item);
        }
        return new Step(item.handle(), null, Map.of());
    }

    /** What fails changes nothing, and is not tried again. */
    private static void run(DueAction action, World world, DueItem item) {
        try {
            action.run(world, item.data());
        } catch (RuntimeException e) {
            LOG.error("{} failed in {}", item.action(), world.name(), e);
            world.discard();
            world.due().cancel(item.handle());
        }
    }

    private Step delivery(World world, DueItem item) {
        var delivery = Deliveries.of(world).find(item.data().path("delivery").asText());
        if (delivery.isEmpty()) {
            world.due().cancel(item.handle());
            return new Step(item.handle(), null, Map.of());
        }
        return new Step(item.handle(), delivery.get(), policy(delivery.get()).headers(world, delivery.get()));
    }

    private DeliveryPolicy policy(Delivery delivery) {
        var policy = vendor.deliveryPolicies().get(delivery.purpose());
        if (policy == null) {
            throw new IllegalStateException(vendor.provider() + " has no policy for " + delivery.purpose());
        }
        return policy;
    }

    private CompletableFuture<Void> deliver(String world, Step step) {
        var delivery = step.requiredDelivery();
        return sender.send(delivery, step.headers())
                .thenAccept(result -> completed(world, step.handle(), delivery, result))
                .exceptionally(failure -> {
                    LOG.error("Noting the delivery {} in {} failed", delivery.id(), world, failure);
                    return null;
                });
    }

    private void completed(String world, String handle, Delivery delivery, DeliveryResult result) {
        in(world, opened -> {
            Deliveries.of(opened).completed(handle, delivery.id(), result, policy(delivery));
            return null;
        });
    }

    /** What was taken from the queue: a delivery that has to be made, or nothing that is left to do. */
    private record Step(String handle, @Nullable Delivery delivery, Map<String, String> headers) {

        Delivery requiredDelivery() {
            if (delivery == null) {
                throw new IllegalStateException("Nothing is to be delivered");
            }
            return delivery;
        }
    }
}
