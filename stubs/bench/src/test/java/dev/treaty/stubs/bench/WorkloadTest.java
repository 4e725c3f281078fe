package dev.treaty.stubs.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WorkloadTest {

    private static final JsonMapper JSON = new JsonMapper();
    static final List<Workload> WORKLOADS = List.of(new CustomerWorkload(10), new PaymentWorkload(10));

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("WORKLOADS")
    void both_servers_answer_each_request_with_the_same_bytes(Workload workload) throws IOException {
        try (var servers = new ComparedServers(workload, folder)) {
            for (var number = 0; number < workload.interactions(); number++) {
                var request = workload.request(number);

                assertThat(servers.seen(request, workload.answer(number)))
                        .containsExactly("status 200, as expected", "status 200, as expected");
            }
        }
    }

    /** Otherwise the one would be compared with something that decides less. */
    @ParameterizedTest
    @FieldSource("WORKLOADS")
    void both_servers_refuse_another_token_and_another_exact_value(Workload workload) throws IOException {
        var right = workload.request(0);
        var otherToken = right.replace("Bearer sk_test_1", "Bearer sk_live_1");
        var otherValue = right.replace("cus_000000", "cus_000099").replace("currency=eur", "currency=usd");
        assertThat(right).isNotEqualTo(otherToken).isNotEqualTo(otherValue);

        try (var servers = new ComparedServers(workload, folder)) {
            assertThat(servers.seen(otherToken, "")).allMatch(seen -> seen.startsWith("status 404"));
            assertThat(servers.seen(otherValue, "")).allMatch(seen -> seen.startsWith("status 404"));
        }
    }

    @ParameterizedTest
    @FieldSource("WORKLOADS")
    void answers_have_about_the_size_of_a_small_resource(Workload workload) {
        for (var number = 0; number < workload.interactions(); number++) {
            assertThat(workload.answer(number).getBytes(UTF_8)).hasSizeBetween(250, 400);
        }
    }

    @Test
    void a_payment_has_20_fields_three_of_which_need_only_match() throws IOException {
        var mapping = JSON.readTree(new PaymentWorkload(1).mapping(0));
        var rules = JSON.readTree(new PaymentWorkload(1).interaction(0)).at("/request/matchingRules/body");

        assertThat(mapping.at("/request/formParameters")).hasSize(20);
        assertThat(mapping.at("/request/formParameters"))
                .filteredOn(field -> field.has("matches"))
                .hasSize(3);
        assertThat(rules).hasSize(3);
    }

    @Test
    void the_bare_server_is_asked_the_same_and_answers_always_the_same() {
        var exchanges = ExpectedResponses.withOneAnswer(new CustomerWorkload(3));

        assertThat(exchanges.count()).isEqualTo(3);
        assertThat(exchanges.at(2).request()).asString(UTF_8).isEqualTo(new CustomerWorkload(3).request(2));
        assertThat(exchanges.at(2).answer()).asString(UTF_8).isEqualTo(new CustomerWorkload(3).answer(0));
    }
}
