package dev.treaty.stubs.mcp.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.mcp.contracts.WatchedContracts;
import dev.treaty.stubs.mcp.tool.ToolRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools that speak to a running server, with one that runs. */
class ServerToolsTest {

    private static final String TOKEN = "for-this-test-only";

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient http = HttpClient.newHttpClient();
    private ReplayServer server = ReplayServer.builder().start();
    private List<Path> files = List.of();

    @BeforeEach
    void start() {
        server.close();
        files = PactText.files(
                folder,
                PactText.pact(
                        "web",
                        "shop",
                        PactText.get("/orders", "none"),
                        PactText.get("/carts", "empty"),
                        PactText.get("/stock", "some"),
                        PactText.http(
                                "stock that is empty",
                                "[{\"name\": \"the stock is empty\", \"params\": {\"since\": 9}}]",
                                "{\"method\": \"GET\", \"path\": \"/stock\"}",
                                PactText.text("none"))));
        server = ReplayServer.builder()
                .pacts(PactFile.load(files))
                .listen("shop", 0)
                .adminToken(TOKEN)
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void misses_are_explained_as_in_the_404_and_counted() throws Exception {
        send("GET", "/shop/order");
        send("GET", "/shop/order");
        send("GET", "/shop/orders");

        assertThat(misses(1))
                .contains("GET /shop/order\n2 times, the last at ", ", answered with 404\n")
                .contains("No interaction of shop is for GET /order.", "the nearest is GET /orders")
                .endsWith("1 different request.\n")
                .doesNotContain("Note:");
    }

    @Test
    void many_misses_come_in_pages_the_newest_first() throws Exception {
        for (var i = 1; i <= 7; i++) {
            send("GET", "/shop/missing-" + i);
        }

        assertThat(misses(1))
                .contains("missing-7", "missing-3")
                .doesNotContain("missing-2\n")
                .endsWith("1 to 5 of 7 different requests; 2 more from page 2 on.\n");
        assertThat(misses(2))
                .contains("missing-2\n", "missing-1\n")
                .endsWith("6 to 7 of 7 different requests, the last page.\n");
    }

    @Test
    void a_provider_that_no_contract_has_is_explained_as_well() throws Exception {
        send("GET", "/nobody/orders");

        assertThat(misses(1)).contains("No loaded contract has a provider \"nobody\".");
    }

    @Test
    void a_secret_of_a_request_is_not_repeated() throws Exception {
        send("GET", "/shop/orders?access_token=s3cret-value");

        assertThat(misses(1)).contains("GET /shop/orders", "***").doesNotContain("s3cret-value");
    }

    @Test
    void a_server_with_other_contracts_is_told() {
        var others = new WatchedContracts(
                PactText.files(folder, PactText.pact("web", "bank", PactText.get("/accounts", "none"))));

        assertThat(ToolRun.of(new ListMisses(server(TOKEN), others), Map.of()))
                .startsWith("Note: the server serves other contracts than this process knows")
                .contains("The server has web -> shop.", "The server answered every request that its journal has.");
    }

    @Test
    void a_fault_is_set_until_it_is_cleared() throws Exception {
        assertThat(ToolRun.of(new SetFault(server(TOKEN)), Map.of("provider", "shop", "status", 503)))
                .contains("\"shop\"", "503");
        assertThat(send("GET", "/shop/orders").statusCode()).isEqualTo(503);

        assertThat(ToolRun.of(new ClearFaults(server(TOKEN)), Map.of())).isEqualTo("No fault is set any more.\n");
        assertThat(send("GET", "/shop/orders").statusCode()).isEqualTo(200);
    }

    @Test
    void states_are_chosen_until_others_are() throws Exception {
        var tool = new ChooseStates(server(TOKEN));
        assertThat(send("GET", "/shop/stock").body()).isEqualTo("some");

        assertThat(ToolRun.of(
                        tool,
                        Map.of("states", List.of(Map.of("name", "the stock is empty", "params", Map.of("since", 9))))))
                .isEqualTo("Provider states that are chosen now:\n- the stock is empty {\"since\":9}\n");
        assertThat(send("GET", "/shop/stock").body()).isEqualTo("none");

        assertThat(ToolRun.of(tool, Map.of("states", List.of()))).isEqualTo("No provider state is chosen any more.\n");
        assertThat(send("GET", "/shop/stock").body()).isEqualTo("some");
    }

    @Test
    void a_state_that_no_contract_has_is_told_with_the_nearest() {
        var unknown = Map.<String, Object>of("states", List.of(Map.of("name", "the stock is full")));

        assertThatThrownBy(() -> ToolRun.of(new ChooseStates(server(TOKEN)), unknown))
                .hasMessage("""
                        The stub server refused this with 400: No interaction has the provider state "the stock is full".
                          where: the contracts with shop; the nearest are "the stock is empty {"since":9}"
                          fix:   name one of these, or record an interaction that has it""");
    }

    @Test
    void what_the_server_refuses_is_told_in_its_words() {
        assertThatThrownBy(() -> ToolRun.of(new SetFault(server(TOKEN)), Map.of("provider", "shop", "delay", "soon")))
                .hasMessage("""
                        The stub server refused this with 400: The fault cannot be read: "soon" is not a delay; write milliseconds or seconds up to ten minutes, e.g. 500ms or 2s.
                          where: the body
                          fix:   send e.g. {"delay": "500ms", "status": 503} or {"fault": "reset"}""");
    }

    @Test
    void a_mapping_answers_without_a_contract_until_it_is_removed() throws Exception {
        var added = ToolRun.of(
                new AddMapping(server(TOKEN)),
                Map.of(
                        "provider",
                        "shop",
                        "method",
                        "post",
                        "path",
                        "/refunds",
                        "status",
                        201,
                        "response_headers",
                        Map.of("Location", "/refunds/7"),
                        "response_body",
                        Map.of("id", 7)));

        assertThat(added).startsWith("The server answers POST /refunds of shop now, without a contract.");
        var response = send("POST", "/shop/refunds");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.body()).isEqualTo("{\"id\":7}");
        assertThat(response.headers().firstValue("Location")).contains("/refunds/7");
        assertThat(send("GET", "/__admin/mappings").body())
                .contains("without a contract: POST /refunds", "\"withoutContract\" : true");

        assertThat(ToolRun.of(new RemoveMappings(server(TOKEN)), Map.of()))
                .isEqualTo("Removed 1 mapping without a contract.\n");
        assertThat(send("POST", "/shop/refunds").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/shop/orders").statusCode()).isEqualTo(200);
    }

    @Test
    void the_journal_is_emptied() throws Exception {
        send("GET", "/shop/order");

        ToolRun.of(new ForgetRequests(server(TOKEN)), Map.of());

        assertThat(misses(1)).isEqualTo("The server answered every request that its journal has.\n");
    }

    @Test
    void a_wrong_token_is_told_with_how_to_pass_it() {
        assertThatThrownBy(() -> ToolRun.of(new ClearFaults(server("another")), Map.of()))
                .hasMessageContaining("refused this with 401")
                .hasMessageContaining("TREATY_ADMIN_TOKEN")
                .hasMessageNotContaining("another");
    }

    @Test
    void a_server_that_does_not_run_is_told() {
        var tool = new ClearFaults(server(TOKEN));
        server.close();

        assertThatThrownBy(() -> ToolRun.of(tool, Map.of())).hasMessage("""
                        No stub server answers.
                          where: http://127.0.0.1:%d/
                          fix:   start one (java -jar treaty.jar serve), or start treaty mcp with --server and its main address""".formatted(server.port()));
    }

    private String misses(int page) {
        return ToolRun.of(new ListMisses(server(TOKEN), new WatchedContracts(files)), Map.of("page", page));
    }

    private RunningServer server(String token) {
        return new RunningServer(LoopbackAddress.of("http://127.0.0.1:" + server.port()), Optional.of(token));
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
