package dev.treaty.consumer.vendorwatch.watch;

import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.vendorwatch.event.Alerts;
import dev.treaty.consumer.vendorwatch.event.EventSink;
import dev.treaty.consumer.vendorwatch.event.WatchEvent;
import dev.treaty.consumer.vendorwatch.health.Health;
import dev.treaty.consumer.vendorwatch.probe.Limit;
import dev.treaty.consumer.vendorwatch.probe.Probe;
import dev.treaty.consumer.vendorwatch.probe.ProbeResult;
import dev.treaty.consumer.vendorwatch.settings.UsageFile;
import dev.treaty.consumer.vendorwatch.settings.WatchSettings;
import dev.treaty.consumer.vendorwatch.settings.WatchedVendor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * Asks every vendor once in each round, all at the same time, and tells what has changed since the round before. A vendor that said when
 * it wants to be asked again is left alone until then.
 */
public final class Watch {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** A reply that takes many times as long as it may is no reply. */
    private static final int LONGEST_RESPONSE = 5;

    private final WatchSettings settings;
    private final UsageFile usage;
    private final EventSink sink;
    private final InstantSource clock;
    private final Map<String, Probe> probes = new LinkedHashMap<>();
    private WatchMemory memory;

    /** @param memory of the last round, by this watch or an earlier one */
    public Watch(WatchSettings settings, UsageFile usage, EventSink sink, WatchMemory memory, InstantSource clock) {
        this.settings = settings;
        this.usage = usage;
        this.sink = sink;
        this.memory = memory;
        this.clock = clock;
        var timeouts = new Timeouts(CONNECT, settings.thresholds().response().multipliedBy(LONGEST_RESPONSE));
        settings.vendors()
                .forEach(vendor -> probes.put(
                        vendor.name(),
                        new Probe(vendor.api(), vendor.address(), vendor.credentials(), timeouts, clock)));
    }

    /** What it remembers now. */
    public WatchMemory memory() {
        return memory;
    }

    /** One round. */
    public List<VendorReport> round() {
        var results = ask();
        var now = clock.instant();
        var vendors = new TreeMap<>(memory.vendors());
        var events = new ArrayList<>(memory.undelivered());
        var reports = new ArrayList<VendorReport>();
        for (var vendor : settings.vendors()) {
            var judged = new Judgement(vendor, now);
            reports.add(judged.judge(memory.of(vendor.name()), Optional.ofNullable(results.get(vendor.name()))));
            vendors.put(vendor.name(), judged.remembered);
            events.addAll(judged.events);
        }
        memory = new WatchMemory(vendors, undelivered(events));
        return reports;
    }

    /** In their order: the first that cannot be delivered waits, and all after it. */
    private List<WatchEvent> undelivered(List<WatchEvent> events) {
        for (var i = 0; i < events.size(); i++) {
            if (!sink.deliver(events.get(i))) {
                return List.copyOf(events.subList(i, events.size()));
            }
        }
        return List.of();
    }

    private Map<String, ProbeResult> ask() {
        var now = clock.instant();
        var asked = probes.entrySet().stream()
                .filter(probe -> mayBeAsked(memory.of(probe.getKey()), now))
                .toList();
        var results = new LinkedHashMap<String, ProbeResult>();
        if (asked.isEmpty()) {
            return results;
        }
        var threads = Executors.newFixedThreadPool(asked.size());
        try {
            var replies = new LinkedHashMap<String, CompletableFuture<ProbeResult>>();
            asked.forEach(probe ->
                    replies.put(probe.getKey(), CompletableFuture.supplyAsync(probe.getValue()::ask, threads)));
            replies.forEach((vendor, reply) -> results.put(vendor, reply.join()));
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static boolean mayBeAsked(VendorMemory vendor, Instant now) {
        return last(vendor)
                .map(ProbeResult::limit)
                .flatMap(Limit::notBefore)
                .map(time -> !now.isBefore(time))
                .orElse(true);
    }

    private static Optional<ProbeResult> last(VendorMemory vendor) {
        var results = vendor.window().results();
        return results.isEmpty() ? Optional.empty() : Optional.of(results.get(results.size() - 1));
    }

    /** One vendor in one round. */
    private final class Judgement {

        private final WatchedVendor vendor;
        private final Instant now;
        private final YearMonth month;
        private final LocalDate today;
        private final List<WatchEvent> events = new ArrayList<>();
        private VendorMemory remembered = VendorMemory.EMPTY;

        Judgement(WatchedVendor vendor, Instant now) {
            this.vendor = vendor;
            this.now = now;
            today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            month = YearMonth.from(today);
        }

        VendorReport judge(VendorMemory before, Optional<ProbeResult> result) {
            remembered = result.map(reply -> before.withCall(
                            before.window().with(reply, settings.thresholds().window()), month.toString()))
                    .orElse(before);
            var health = Health.of(remembered.window(), settings.thresholds());
            var spending = spending();
            tellOfHealth(health);
            tellOfCosts(spending);
            tellOfKey();
            return new VendorReport(
                    vendor.name(),
                    health,
                    remembered.window(),
                    last(remembered),
                    health.isDegraded(),
                    vendor.rotateKeyBy().map(this::daysUntil),
                    keyIsDue(),
                    spending,
                    spending.reached(settings.budgetAlerts()));
        }

        private void tellOfHealth(Health health) {
            var degradedAt = remembered.degradedAt();
            if (health.isDegraded() && degradedAt.isEmpty()) {
                events.add(Alerts.degraded(vendor.name(), health, now));
                remembered = remembered.degraded(Optional.of(now));
            } else if (!health.isDegraded() && degradedAt.isPresent()) {
                events.add(Alerts.recovered(vendor.name(), degradedAt.get(), now));
                remembered = remembered.degraded(Optional.empty());
            }
        }

        private Spending spending() {
            var used = usage.used(vendor.name(), month);
            used.merge(WatchedVendor.CALL, remembered.calls().getOrDefault(month.toString(), 0L), Long::sum);
            return Spending.of(vendor, used);
        }

        private void tellOfCosts(Spending spending) {
            var reached = spending.reached(settings.budgetAlerts());
            var told = remembered.costAlert().getOrDefault(month.toString(), 0);
            if (reached.isPresent() && reached.get() > told) {
                events.add(Alerts.costs(
                        vendor.name(),
                        month,
                        spending.spent(),
                        spending.budget().orElseThrow(),
                        settings.currency(),
                        reached.get(),
                        now));
                remembered = remembered.toldOfCosts(month.toString(), reached.get());
            }
        }

        private void tellOfKey() {
            if (keyIsDue() && !vendor.rotateKeyBy().equals(remembered.warnedOfKey())) {
                var rotateBy = vendor.rotateKeyBy().orElseThrow();
                events.add(Alerts.keyExpires(vendor.name(), rotateBy, today, now));
                remembered = remembered.toldOfKey(rotateBy);
            }
        }

        private boolean keyIsDue() {
            return vendor.rotateKeyBy()
                    .filter(rotateBy -> daysUntil(rotateBy) <= settings.keyWarningDays())
                    .isPresent();
        }

        private long daysUntil(LocalDate rotateBy) {
            return ChronoUnit.DAYS.between(today, rotateBy);
        }
    }
}
