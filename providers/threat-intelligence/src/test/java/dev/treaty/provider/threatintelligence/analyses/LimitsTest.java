package dev.treaty.provider.threatintelligence.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.provider.service.database.Database;
import dev.treaty.provider.testing.ManualClock;
import dev.treaty.provider.threatintelligence.ThreatDatabases;
import dev.treaty.provider.threatintelligence.reputation.Reputations;
import dev.treaty.provider.threatintelligence.sources.Opinion;
import dev.treaty.provider.threatintelligence.sources.RequestLimit;
import dev.treaty.provider.threatintelligence.sources.SourceHealth;
import dev.treaty.provider.threatintelligence.sources.SourceLimits;
import dev.treaty.provider.threatintelligence.sources.SourceName;
import dev.treaty.provider.threatintelligence.sources.Sources;
import dev.treaty.provider.threatintelligence.sources.ThreatSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many addresses are asked for, no source is asked more often than it allows, on a clock that is set. */
class LimitsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Opinion HARMLESS =
            new Opinion(Optional.of(0), Optional.empty(), Optional.empty(), Optional.empty());

    private final ManualClock clock = ManualClock.at(Instant.parse("2026-01-15T09:30:00Z"));
    private final Database database = ThreatDatabases.open();
    private final RecordingSource virusTotal = new RecordingSource(SourceName.VIRUSTOTAL, clock);
    private final RecordingSource abuseIpDb = new RecordingSource(SourceName.ABUSEIPDB, clock);
    private final RecordingSource misp = new RecordingSource(SourceName.MISP, clock);
    private final Analyses analyses = new Analyses(database.jdbi(), clock);

    @AfterEach
    void close() {
        database.close();
    }

    /** @param asked when it was asked */
    private record RecordingSource(SourceName name, ManualClock clock, List<Instant> asked) implements ThreatSource {

        RecordingSource(SourceName name, ManualClock clock) {
            this(name, clock, new CopyOnWriteArrayList<>());
        }

        @Override
        public Opinion ask(IpAddress address) {
            asked.add(clock.instant());
            return HARMLESS;
        }

        /** The most requests in any stretch of time that is as long. */
        long most(Duration window) {
            return asked.stream()
                    .mapToLong(start -> asked.stream()
                            .filter(time -> !time.isBefore(start) && time.isBefore(start.plus(window)))
                            .count())
                    .max()
                    .orElse(0);
        }
    }

    @Test
    void a_thousand_different_addresses_never_exceed_a_limit() {
        try (var sources = sources(4, 500, 900)) {
            for (var second = 0; second < 100; second++) {
                IntStream.range(second * 10, second * 10 + 10)
                        .parallel()
                        .forEach(number -> sources.ask(address(number)));
                clock.advance(Duration.ofSeconds(1));
            }

            assertThat(virusTotal.most(MINUTE)).isEqualTo(4);
            assertThat(virusTotal.asked()).hasSize(8);
            assertThat(abuseIpDb.asked()).hasSize(900);
            assertThat(misp.asked()).hasSize(1_000);
        }
    }

    @Test
    void addresses_wait_for_days_if_the_limits_of_days_want_it() {
        try (var sources = sources(4, 12, 5)) {
            var worker = worker(sources);
            var ids = queue(40);

            var days = 0;
            while (!ids.stream().allMatch(id -> state(id).equals("completed"))) {
                for (var step = 0; step < 5; step++) {
                    worker.work();
                    clock.advance(MINUTE.multipliedBy(2));
                }
                clock.advance(DAY);
                days++;
            }

            assertThat(virusTotal.most(MINUTE)).isLessThanOrEqualTo(4);
            assertThat(virusTotal.most(DAY)).isLessThanOrEqualTo(12);
            assertThat(abuseIpDb.most(DAY)).isLessThanOrEqualTo(5);
            assertThat(misp.asked()).hasSize(40); // nobody is asked in vain
            assertThat(days).isBetween(3, 5);
        }
    }

    @Test
    void two_instances_of_the_service_share_the_limits() {
        try (var one = sources(4, 500, 1_000);
                var other = sources(4, 500, 1_000)) {
            for (var last = 1; last <= 10; last++) {
                one.ask(address(last));
                other.ask(address(last));
            }

            assertThat(virusTotal.asked()).hasSize(4);
        }
    }

    @Test
    void an_analysis_ends_although_nobody_answers() {
        try (var sources = new Sources(
                List.of(virusTotal, new SilentSource(SourceName.MISP), new SilentSource(SourceName.ABUSEIPDB)),
                new SourceLimits(database.jdbi(), clock, Map.of()),
                new SourceHealth(database.jdbi(), clock),
                Duration.ofSeconds(30))) {
            var worker = worker(sources);
            var id = queue(1).get(0);

            for (var attempt = 0; attempt < 25; attempt++) {
                worker.work();
                clock.advance(MINUTE);
            }

            assertThat(analyses.document("usr_42", id))
                    .containsEntry("state", "completed")
                    .containsEntry("results", List.of(Map.of("ip", address(0).text(), "verdict", "unknown")));
        }
    }

    /** It never answers, and in a way that nobody has foreseen. */
    private record SilentSource(SourceName name) implements ThreatSource {
        @Override
        public Opinion ask(IpAddress address) {
            throw new IllegalStateException("it is as if it was broken");
        }
    }

    private Sources sources(int virusTotalPerMinute, int virusTotalPerDay, int abuseIpDbPerDay) {
        var limits = new SourceLimits(
                database.jdbi(),
                clock,
                Map.of(
                        SourceName.VIRUSTOTAL,
                        List.of(new RequestLimit(virusTotalPerMinute, MINUTE), new RequestLimit(virusTotalPerDay, DAY)),
                        SourceName.ABUSEIPDB,
                        List.of(new RequestLimit(abuseIpDbPerDay, DAY))));
        var health = new SourceHealth(database.jdbi(), clock);
        return new Sources(List.of(virusTotal, abuseIpDb, misp), limits, health, Duration.ofSeconds(30));
    }

    private AnalysisWorker worker(Sources sources) {
        return new AnalysisWorker(database.jdbi(), sources, new Reputations(database.jdbi(), sources, clock), clock);
    }

    /** Queues addresses, a hundred in an analysis. */
    private List<String> queue(int addresses) {
        return IntStream.rangeClosed(0, (addresses - 1) / 100)
                .mapToObj(part -> analyses.queue(
                        "usr_42",
                        IntStream.range(part * 100, Math.min(addresses, part * 100 + 100))
                                .mapToObj(LimitsTest::address)
                                .toList()))
                .toList();
    }

    private static IpAddress address(int number) {
        return new IpAddress("2001:db8::" + Integer.toHexString(number + 1));
    }

    private String state(String id) {
        return String.valueOf(analyses.document("usr_42", id).get("state"));
    }
}
