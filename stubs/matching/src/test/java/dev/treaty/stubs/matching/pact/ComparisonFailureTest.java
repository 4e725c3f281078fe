package dev.treaty.stubs.matching.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.core.model.InvalidPathExpression;
import au.com.dius.pact.core.support.json.JsonException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** A comparison that fails is a mismatch with a reason in plain words. */
class ComparisonFailureTest {

    @ParameterizedTest
    @MethodSource("failures")
    void the_reason_is_in_plain_words(Throwable failure, String reason) {
        var found = ComparisonFailure.<String>orMismatch(() -> thrown(failure), ComparisonFailure::reason);

        assertThat(found).isEqualTo("it cannot be compared: " + reason);
        assertThat(ComparisonFailure.isReasonOf(found)).isTrue();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        failureOf(() -> Pattern.compile(String.join("", "(", "a"))),
                        "Java does not know the contract's regex (a (Unclosed group)"),
                Arguments.of(new SAXException("no root"), "it is not XML that is accepted here (no root)"),
                Arguments.of(new JsonException("no value"), "it is not JSON (no value)"),
                Arguments.of(
                        new InvalidPathExpression("no root marker"),
                        "a rule of the contract has an invalid path (no root marker)"),
                Arguments.of(
                        new StackOverflowError(), "it is nested too deeply, or too long for a regex of the contract"),
                Arguments.of(new IllegalStateException("as it says"), "as it says"),
                Arguments.of(new IllegalStateException(), "IllegalStateException"));
    }

    @Test
    void a_result_is_not_touched_and_the_time_limit_is_no_mismatch() {
        assertThat(ComparisonFailure.<String>orMismatch(() -> "the result", ComparisonFailure::reason))
                .isEqualTo("the result");
        assertThatThrownBy(() -> ComparisonFailure.<String>orMismatch(
                        () -> thrown(TimeLimit.TooLong.interrupted()), ComparisonFailure::reason))
                .isInstanceOf(TimeLimit.TooLong.class);
        assertThat(ComparisonFailure.isReasonOf("Expected 1 to equal 2")).isFalse();
    }

    private static Throwable failureOf(Supplier<?> work) {
        try {
            return new AssertionError("It gives " + work.get());
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** Throws checked exceptions, too, as Kotlin does. */
    @SuppressWarnings("unchecked")
    private static <E extends Throwable> String thrown(Throwable failure) throws E {
        throw (E) failure;
    }
}
