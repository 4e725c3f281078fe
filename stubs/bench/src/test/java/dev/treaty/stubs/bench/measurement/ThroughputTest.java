package dev.treaty.stubs.bench.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.bench.load.LoadResult;
import dev.treaty.stubs.bench.text.Figures;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThroughputTest {

    @Test
    void the_median_round_counts_but_latencies_and_errors_of_all_rounds() {
        var throughput = Throughput.of(List.of(
                load(1_000, 2_000, 0, null), load(50, 900_000, 2, "status 404"), load(1_200, 1_000, 1, "closed")));

        assertThat(throughput.requestsPerSecond()).isEqualTo(500);
        assertThat(throughput.rounds()).containsExactly(500.0, 25.0, 600.0);
        assertThat(throughput.p99Millis()).isBetween(899.0, 901.0);
        assertThat(throughput.errors()).isEqualTo(3);
        assertThat(throughput.firstError()).isEqualTo("status 404");
    }

    @Test
    void the_median_of_an_even_number_of_figures_lies_between_the_two_in_the_middle() {
        assertThat(Figures.median(List.of(4.0, 1.0, 3.0, 100.0))).isEqualTo(3.5);
    }

    @Test
    void figures_are_compared_round_by_round() {
        var halfwaySlower = List.of(100.0, 100.0, 10.0);

        assertThat(Figures.medianRatio(List.of(95.0, 10.0, 9.5), halfwaySlower)).isEqualTo(0.95);
    }

    /** Over two seconds; every tenth response is slow. */
    private static LoadResult load(int responses, long slowMicros, long errors, @Nullable String firstError) {
        var latencies = new Histogram(1_000_000, 3);
        for (var response = 0; response < 1_000; response++) {
            latencies.recordValue(response % 10 == 0 ? slowMicros : 500);
        }
        return new LoadResult(responses, Duration.ofSeconds(2), latencies, errors, firstError);
    }
}
