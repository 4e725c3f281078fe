package dev.treaty.stubs.vendor;

import dev.treaty.stubs.http.limits.HeapExhaustion;
import dev.treaty.stubs.vendor.delivery.Deliveries;
import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import dev.treaty.stubs.vendor.delivery.DeliverySender;
import dev.treaty.stubs.vendor.store.NamedLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is due in the worlds of one vendor, in the order of time, each with the clock at its own time, whether real time passes or a
 * test advances the clock.
 */
final class DueRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DueRunner.class);

    private static final int MOST_STEPS = 1_000_000;
    private static final int POLL_MILLIS = 2;

    /**
     * Deliveries start in the order of time, but those that are due within this time do not wait for each other, unless they have the same
     * channel; a thousand messages that were created one after the other would take long otherwise.
     */
    private static final Duration TOGETHER = Duration.ofMillis(50);

    /** Longer than it takes to do what is due without waiting for deliveries. */
    private static final Duration TURN = Duration.ofMillis(100);

    /** Longer than most deliveries take that somebody else has started, but not so long that an application gives up which waits itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DueSteps steps;
    private final Worlds worlds;
    private final DeliverySender sender;
    private final NamedLocks running = new NamedLocks();

    /** The worlds in which somebody waits for deliveries with the lock of {@link #running}; who only starts them does not. */
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    DueRunner(Vendor vendor, Worlds worlds, DeliverySender sender) {
        this.worlds = worlds;
        this.sender = sender;
        steps = new DueSteps(vendor);
    }

    /**
     * Advances a world's clock. All that becomes due is done in the order of time when this returns, deliveries included.
     *
     * @return the world's time afterwards
     */
    Instant advance(String world, Duration by) {
        return inTurn(world, patience -> {
            var target = worlds.in(world, opened -> opened.now().plus(by));
            doAll(world, target, patience);
            return worlds.in(world, opened -> {
                opened.advanceTo(target);
                return opened.now();
            });
        });
    }

    /** Does everything that is due by now, and waits until it is over. */
    void finish(String world) {
        inTurn(world, patience -> doAll(world, worlds.in(world, opened -> opened.now()), patience));
    }

    /**
     * Does something after others who do what is due in the same world. But if they wait for a delivery, the application that gets it may be
     * the one who asks for this: then it is done beside them, and without waiting for their deliveries.
     */
    private <T> T inTurn(String world, Function<Duration, T> work) {
        while (!Thread.currentThread().isInterrupted()) {
            var result = running.tryWith(world, TURN, () -> withPatience(world, work));
            if (result.isPresent()) {
                return result.get();
            }
            if (waiting.contains(world) && isUnderWay(world)) {
                return work.apply(Duration.ZERO);
            }
        }
        throw new IllegalStateException("Interrupted while others do what is due in " + world);
    }

    private <T> T withPatience(String world, Function<Duration, T> work) {
        waiting.add(world);
        try {
            return work.apply(PATIENCE);
        } finally {
            waiting.remove(world);
        }
    }

    private boolean isUnderWay(String world) {
        return worlds.in(world, opened -> opened.due().isUnderWay());
    }

    /**
     * Does everything that is due until a time.
     *
     * @param patience with deliveries of other threads and servers
     * @return how much it was
     */
    private int doAll(String world, Instant until, Duration patience) {
        var done = 0;
        for (var moment = next(world, patience); !moment.isAfter(until); moment = next(world, patience)) {
            var end = moment.plus(TOGETHER);
            done += finish(world, end.isBefore(until) ? end : until, patience);
            if (done >= MOST_STEPS) {
                throw new IllegalStateException("More than %,d things became due in %s while its clock was advanced"
                        .formatted(MOST_STEPS, world));
            }
        }
        return done;
    }

    /** The time of what is due next, after the deliveries that are under way, which may cause more. */
    private Instant next(String world, Duration patience) {
        isWaitingFor(List.of(), world, patience);
        return worlds.in(world, opened -> opened.due().next().orElse(Instant.MAX));
    }

    /** Does everything that is due until a moment, and waits until it is over; returns how much it was. */
    private int finish(String world, Instant until, Duration patience) {
        var done = 0;
        var underWay = new ArrayList<CompletableFuture<Void>>();
        do {
            underWay.clear();
            for (var step = take(world, until); step.isPresent(); step = take(world, until)) {
                underWay.add(run(world, step.get()));
                done++;
            }
        } while (done < MOST_STEPS && isWaitingFor(underWay, world, patience));
        return done;
    }

    /** Waits for deliveries, also for those of other threads and servers; returns false if there were none. */
    private boolean isWaitingFor(List<CompletableFuture<Void>> underWay, String world, Duration patience) {
        CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new)).join();
        var start = System.nanoTime();
        var waited = !underWay.isEmpty();
        while (isUnderWay(world)) {
            if (System.nanoTime() - start > patience.toNanos() || !isPauseOver()) {
                return false;
            }
            waited = true;
        }
        return waited;
    }

    private static boolean isPauseOver() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Does what has become due since the last call. */
    void tick() {
        try {
            worlds.due().forEach(this::start);
        } catch (RuntimeException | Error e) { // or the clock would stand still from now on
            HeapExhaustion.report(e);
            LOG.error("Looking for what is due failed", e);
        }
    }

    private void start(String world) {
        try {
            start(world, Duration.ZERO); // unless somebody advances its clock
        } catch (RuntimeException | Error e) {
            HeapExhaustion.report(e);
            LOG.error("What was due in {} failed", world, e);
        }
    }

    /** Does what is due in a world by now, but does not wait for deliveries. */
    void startNow(String world) {
        start(world, TURN);
    }

    /** @param patience with others who do what is due */
    private void start(String world, Duration patience) {
        var unused = running.tryWith(world, patience, () -> startDue(world));
    }

    private int startDue(String world) {
        var started = 0;
        for (var step = takeDue(world); step.isPresent(); step = takeDue(world)) {
            var unused = run(world, step.get());
            started++;
        }
        return started;
    }

    private Optional<DueStep> take(String world, Instant until) {
        return worlds.in(world, opened -> steps.take(opened, until));
    }

    private Optional<DueStep> takeDue(String world) {
        return worlds.in(world, opened -> steps.take(opened, opened.now()));
    }

    private CompletableFuture<Void> run(String world, DueStep step) {
        return step instanceof DueStep.Send send
                ? sender.send(send.delivery(), send.headers()).thenAccept(result -> end(world, send, result))
                : CompletableFuture.completedFuture(null);
    }

    private void end(String world, DueStep.Send send, DeliveryResult result) {
        try {
            worlds.<Void>in(world, opened -> {
                steps.end(opened, send, result);
                return null;
            });
        } catch (RuntimeException | Error e) {
            HeapExhaustion.report(e);
            LOG.error("What followed {} in {} failed", send.delivery().id(), world, e);
            endWithoutPolicy(world, send, result);
        }
    }

    /** So that it is not sent again and again, because what followed failed. */
    private void endWithoutPolicy(String world, DueStep.Send send, DeliveryResult result) {
        try {
            worlds.<Void>in(world, opened -> {
                Deliveries.of(opened).end(send.item(), result);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.error(
                    "Noting {} in {} failed; it will be sent again",
                    send.delivery().id(),
                    world,
                    e);
        }
    }

    /** Forgets everything in a world. What somebody does of it meanwhile comes to nothing. */
    void reset(String world) {
        inTurn(world, patience -> {
            worlds.reset(world);
            return world;
        });
    }
}
