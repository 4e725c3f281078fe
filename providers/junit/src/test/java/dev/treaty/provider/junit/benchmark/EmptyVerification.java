package dev.treaty.provider.junit.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As many tests as there are interactions, without any verification: the cost of JUnit, for the {@link VerificationBenchmark}. */
class EmptyVerification {

    static Stream<Integer> numbers() {
        return IntStream.range(0, Integer.getInteger("benchmark.interactions")).boxed();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void is_a_number(int number) {
        assertThat(number).isNotNegative();
    }
}
