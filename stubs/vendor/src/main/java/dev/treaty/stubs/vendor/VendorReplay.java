package dev.treaty.stubs.vendor;

import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.provider.ReplayResult;
import dev.treaty.stubs.http.provider.ReplaySettings;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.vendor.delivery.DeliverySender;
import dev.treaty.stubs.vendor.limit.RateLimits;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.store.StoreUnavailable;
import dev.treaty.stubs.vendor.store.WorldStore;
import dev.treaty.stubs.vendor.store.WorldStores;
import dev.treaty.stubs.vendor.world.OldestObjects;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A vendor that answers from its worlds, and does what is due in them. */
public final class VendorReplay implements ProviderReplay {

    private static final Logger LOG = LoggerFactory.getLogger(VendorReplay.class);

    private static final String PROBLEMS = "https://treaty.dev/problems/";
    private static final HttpProblem FAILED = new HttpProblem(
            PROBLEMS + "stub-server-failed",
            "The stub server failed",
            500,
            "Its log says why; the request is not to blame.",
            Map.of());

    /** Tells a client why it may miss something. */
    private static final String FORGOTTEN = "Treaty-Forgotten";

    private static final int TICK_MILLIS = 20;
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final int DELIVERY_THREADS = 8;

    private final Vendor vendor;
    private final WorldStore store;
    private final Worlds worlds;
    private final DueRunner due;
    private final ControlApi control;
    private final ExecutorService deliveries;
    private final ScheduledExecutorService ticker;

    private VendorReplay(Vendor vendor, ReplaySettings settings) {
        this.vendor = vendor;
        store = WorldStores.open(settings.store(), settings.memory(), OldestObjects::forget);
        deliveries = Executors.newFixedThreadPool(DELIVERY_THREADS, work -> thread(work, "deliver"));
        worlds = new Worlds(vendor.provider(), store, InstantSource.system());
        due = new DueRunner(vendor, worlds, new DeliverySender(settings.allowedHosts(), deliveries));
        control = new ControlApi(vendor, worlds, due, new MemoryReport(store, settings.memory()));
        ticker = Executors.newSingleThreadScheduledExecutor(work -> thread(work, "clock"));
    }

    /** Opens a vendor's replay; from now on, time passes in its worlds. */
    public static VendorReplay open(Vendor vendor, ReplaySettings settings) {
        var replay = new VendorReplay(vendor, settings);
        var unused =
                replay.ticker.scheduleWithFixedDelay(replay.due::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        return replay;
    }

    private Thread thread(Runnable work, String task) {
        var thread = new Thread(work, vendor.provider() + "-" + task);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public ReplayResult answer(RawRequest raw) {
        var request = new VendorRequest(raw);
        var result = result(request);
        if (result instanceof ReplayResult.Answered answered) {
            return new ReplayResult.Answered(vendor.complete(request, answered.response()));
        }
        return result instanceof ReplayResult.UnknownId unknown
                ? new ReplayResult.UnknownId(unknown.id(), vendor.complete(request, unknown.response()))
                : result;
    }

    private ReplayResult result(VendorRequest request) {
        try {
            var controlled = control.answer(request);
            if (controlled.isPresent()) {
                return new ReplayResult.Answered(controlled.get());
            }
            var match = vendor.routes().find(request.method(), request.path());
            if (match.isPresent()) {
                return answer(request, vendor.account(request, match), match.get());
            }
            return ControlApi.isControl(request)
                    ? new ReplayResult.Answered(vendor.error(request, control.unknown(request)))
                    : new ReplayResult.NotCovered();
        } catch (VendorError e) {
            return result(e);
        } catch (StoreUnavailable e) {
            LOG.error("{} {} could not be answered", request.method(), request.path(), e);
            return new ReplayResult.Answered(vendor.error(request, unavailable(e)));
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            return new ReplayResult.Answered(vendor.error(request, FAILED));
        }
    }

    private static HttpProblem unavailable(StoreUnavailable e) {
        return new HttpProblem(
                PROBLEMS + "store-unavailable",
                "The store of the stub server is unavailable",
                503,
                e.errorMessage().toString(),
                Map.of());
    }

    private ReplayResult answer(VendorRequest request, String account, RouteTable.Match<RouteHandler> match) {
        var name = worlds.nameOf(account);
        var answer = worlds.in(name, world -> {
            var result =
                    answer(new Exchange(world, request, account, match.route(), match.parameters()), match.target());
            return new Answer(result, world.due().isToBeDoneAtOnce());
        });
        if (ControlApi.isControl(request)) {
            due.finish(name); // what the control request caused is done when it is answered
        } else if (answer.hasCausedMore()) {
            due.startNow(name); // so that the client's next request finds it done
        }
        return worlds.takeForgotten(name)
                .map(forgotten -> withHeaders(answer.result(), Map.of(FORGOTTEN, forgotten)))
                .orElse(answer.result());
    }

    private static ReplayResult withHeaders(ReplayResult result, Map<String, String> headers) {
        if (result instanceof ReplayResult.Answered answered) {
            return new ReplayResult.Answered(answered.response().withHeaders(headers));
        }
        return result instanceof ReplayResult.UnknownId unknown
                ? new ReplayResult.UnknownId(unknown.id(), unknown.response().withHeaders(headers))
                : result;
    }

    /** @param hasCausedMore whether the request left an action to be done at once */
    private record Answer(ReplayResult result, boolean hasCausedMore) {}

    private ReplayResult answer(Exchange exchange, RouteHandler handler) {
        if (ControlApi.isControl(exchange.request())) {
            return answer(exchange, handler, new RateLimits(exchange.world()));
        }
        var limits = new RateLimits(exchange.world());
        var counted = limits.count(vendor.rateLimitPenalty());
        if (counted.isPresent() && counted.get().isExceeded()) {
            var refusal = vendor.tooManyRequests(exchange.request(), counted.get());
            return new ReplayResult.Answered(refusal.withHeaders(vendor.rateLimitHeaders(counted.get())));
        }
        var result = answer(exchange, handler, limits);
        return counted.or(() -> limits.untouched(vendor.usualRateLimit()))
                .map(status -> withHeaders(result, vendor.rateLimitHeaders(status)))
                .orElse(result);
    }

    private ReplayResult answer(Exchange exchange, RouteHandler handler, RateLimits limits) {
        var count = limits.kept();
        try {
            return new ReplayResult.Answered(vendor.answer(exchange, handler));
        } catch (VendorError e) {
            if (!e.keepsChanges()) {
                exchange.world().discard();
                count.run();
            }
            return result(e);
        }
    }

    private static ReplayResult result(VendorError error) {
        return error.unknownId()
                .<ReplayResult>map(id -> new ReplayResult.UnknownId(id, error.response()))
                .orElseGet(() -> new ReplayResult.Answered(error.response()));
    }

    @Override
    public StubResponse error(RawRequest raw, HttpProblem problem) {
        var request = new VendorRequest(raw);
        return vendor.complete(request, vendor.error(request, problem));
    }

    @Override
    public void close() {
        ticker.shutdown();
        deliveries.shutdownNow();
        try {
            ticker.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
            deliveries.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
    }
}
