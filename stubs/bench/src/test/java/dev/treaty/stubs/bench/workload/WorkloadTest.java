package dev.treaty.stubs.bench.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.bench.load.ExpectedResponse;
import dev.treaty.stubs.bench.load.Probe;
import dev.treaty.stubs.http.ReplayServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class WorkloadTest {

    private static final JsonMapper JSON = new JsonMapper();
    static final List<Workload> WORKLOADS = List.of(new CustomerWorkload(10), new PaymentWorkload(10));

    @TempDir
    Path folder;

    /** Also that both refuse what is not in the contract: otherwise one would be compared with a server that decides less. */
    @ParameterizedTest
    @FieldSource("WORKLOADS")
    void both_servers_respond_with_the_same_bytes_and_refuse_the_same_requests(Workload workload) throws IOException {
        var correct = workload.request(0);
        var otherToken = correct.replace("Bearer sk_test_1", "Bearer sk_live_1");
        var otherValue = correct.replace("cus_000000", "cus_000099").replace("currency=eur", "currency=usd");
        assertThat(correct).isNotEqualTo(otherToken).isNotEqualTo(otherValue);

        try (var servers = new ComparedServers(workload, folder)) {
            for (var number = 0; number < workload.interactions(); number++) {
                assertThat(servers.outcomes(workload.request(number), workload.responseBody(number)))
                        .containsExactly("status 200, as expected", "status 200, as expected");
            }
            assertThat(servers.outcomes(otherToken, "")).allMatch(outcome -> outcome.startsWith("status 404"));
            assertThat(servers.outcomes(otherValue, "")).allMatch(outcome -> outcome.startsWith("status 404"));
        }
    }

    @Test
    void a_contract_has_one_customer_to_create_and_to_retrieve() throws IOException {
        var workload = new CreationWorkload(2);
        try (var servers = new ComparedServers(workload, folder)) {
            for (var number = 0; number < workload.interactions(); number++) {
                assertThat(servers.outcomes(workload.request(number), workload.responseBody(number)))
                        .containsExactly("status 200, as expected", "status 200, as expected");
            }
        }
        assertThat(workload.responses()).hasSize(2);
    }

    @ParameterizedTest
    @FieldSource("WORKLOADS")
    void responses_have_about_the_size_of_a_small_resource(Workload workload) {
        for (var number = 0; number < workload.interactions(); number++) {
            assertThat(workload.responseBody(number).getBytes(UTF_8)).hasSizeBetween(250, 400);
        }
    }

    @Test
    void a_payment_has_20_fields_of_which_three_need_only_match() throws IOException {
        var mapping = JSON.readTree(new PaymentWorkload(1).mapping(0));
        var rules = JSON.readTree(new PaymentWorkload(1).interaction(0)).at("/request/matchingRules/body");

        assertThat(mapping.at("/request/formParameters")).hasSize(20);
        assertThat(mapping.at("/request/formParameters"))
                .filteredOn(field -> field.has("matches"))
                .hasSize(3);
        assertThat(rules).hasSize(3);
    }

    /** The stub server and WireMock, in this process, with the same workload. */
    private static final class ComparedServers implements AutoCloseable {

        private final ReplayServer stubs;
        private final WireMockServer wireMock;

        ComparedServers(Workload workload, Path folder) throws IOException {
            var files = WorkloadFiles.write(workload, folder);
            stubs = ReplayServer.builder()
                    .pacts(PactFile.load(List.of(files.pact())))
                    .listen("stripe", 0)
                    .start();
            wireMock = new WireMockServer(WireMockConfiguration.options()
                    .bindAddress("127.0.0.1")
                    .dynamicPort()
                    .usingFilesUnderDirectory(files.wireMock().toString()));
            wireMock.start();
        }

        /** How the stub server responds, and how WireMock does. */
        List<String> outcomes(String request, String expected) {
            return Stream.of(stubs.url("stripe").getPort(), wireMock.port())
                    .map(port -> {
                        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
                        var probe = new Probe(address, ExpectedResponse.to(request, expected));
                        probe.succeeds();
                        return probe.lastOutcome();
                    })
                    .toList();
        }

        @Override
        public void close() {
            stubs.close();
            wireMock.stop();
        }
    }
}
