package dev.treaty.stubs.matching.pact;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.matching.request.ParsedRequest;
import dev.treaty.stubs.matching.request.RawRequest;
import dev.treaty.stubs.matching.request.ReceivedRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingCostTest {

    /** How long it really takes depends on the depth of the stack, so only the estimate is tested. */
    @ParameterizedTest
    @CsvSource({"1, false", "200, false", "300, true", "1000, true"})
    void a_deeply_nested_list_may_take_long(int depth, boolean takesLong) {
        var json = "[".repeat(depth) + "]".repeat(depth) + " ".repeat(1_000);
        var raw = RawRequest.atMainPort("POST", "/api/object", Map.of(), json.getBytes(US_ASCII));

        assertThat(ReceivedRequest.of(raw))
                .isInstanceOfSatisfying(
                        ParsedRequest.class,
                        request -> assertThat(MatchingCost.of(List.of()).mayTakeLong(request))
                                .isEqualTo(takesLong));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "abc 0",
                "a*b+ 2",
                "\\*\\+ 0",
                "a{2,}b{2}c{2,3}.* 2",
                "a++b*+ 2",
                "a+?b*? 2",
                "(a+)+ 2",
                ".+@.+\\..+ 3",
            })
    void unbounded_repetitions_are_counted(String regex, int count) {
        assertThat(MatchingCost.unboundedRepetitions(regex)).isEqualTo(count);
    }
}
