package dev.treaty.stubs.http.page;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static dev.treaty.pacts.testing.RawHttp.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.RawHttp.Request;
import dev.treaty.pacts.testing.RawHttp.Response;
import dev.treaty.stubs.http.ReplayServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that a person sees who opens the server in a browser. */
class PageTest {

    private static final String HTML = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";
    private static final int BUDGET = 60 << 10;

    @ParameterizedTest
    @ValueSource(strings = {"requests", "contracts", "network", "control", "changes"})
    void each_view_is_a_document_at_an_address_of_its_own(String view) {
        try (var stub = server().start()) {
            var page = send(stub.port(), Request.get("/?view=" + view, HTML));

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.headers())
                    .contains(
                            "Content-Type: text/html; charset=utf-8",
                            "Content-Security-Policy: default-src 'self'; base-uri 'none'; form-action 'self';"
                                    + " frame-ancestors 'none'; object-src 'none'",
                            "Cache-Control: no-store",
                            "X-Content-Type-Options: nosniff");
            assertThat(page.text())
                    .startsWith("<!doctype html>")
                    .contains(
                            "<main", "<nav aria-label=\"Views\">", "aria-current=\"page\"", "1 contract of 1 provider");
        }
    }

    @Test
    void the_page_is_for_people_and_programs_get_the_problem_as_ever() {
        try (var stub = server().start()) {
            assertThat(send(stub.port(), Request.get("/", "Accept: application/json"))
                            .status())
                    .isEqualTo(404);
            assertThat(send(stub.port(), Request.get("/", "User-Agent: curl/8", "Accept: */*"))
                            .text())
                    .startsWith("The path does not say which provider is meant.");
            assertThat(send(stub.port(), Request.get("/")).status()).isEqualTo(404);
            assertThat(send(stub.port(), Request.of("POST", "/", new byte[0], HTML))
                            .status())
                    .isEqualTo(404);
            assertThat(send(stub.port(), Request.get("/", "User-Agent: Mozilla/5.0", "Accept: */*"))
                            .status())
                    .isEqualTo(200);
            var head = send(stub.port(), Request.of("HEAD", "/", new byte[0], HTML));
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
        }
    }

    @Test
    void providers_keep_their_paths_and_their_ports() {
        try (var stub = server().pacts(contracts(pact("shop", "root", get("/", "the root"))))
                .listen("root", 0)
                .start()) {
            assertThat(send(stub.url("root").getPort(), Request.get("/", HTML)).text())
                    .isEqualTo("the root");
            assertThat(send(stub.port(), Request.get("/root/", HTML)).text()).isEqualTo("the root");
            assertThat(send(stub.url("root").getPort(), Request.get("/__admin/page/page.css"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_miss_becomes_a_test_or_a_mapping_for_this_session() {
        try (var stub = server().start()) {
            send(stub.port(), Request.get("/api/y"));

            var list = page(stub, "/?view=requests");
            assertThat(list).contains(">GET /y</a>", "▲</span> miss");
            assertThat(page(stub, "/?view=requests&request=0"))
                    .contains("Why nothing answered", "a GET of /x", "Make this an interaction", "@Pact(");

            var added = send(
                    stub.port(),
                    form("mapping", "request=0&status=201&contentType=application%2Fjson&body=%7B%22a%22%3A1%7D"));

            assertThat(added.status()).isEqualTo(303);
            assertThat(added.headers()).contains("Location: /?view=requests&request=0&added=yes");
            var answer = send(stub.port(), Request.get("/api/y"));
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.text()).isEqualTo("{\"a\":1}");
            assertThat(page(stub, "/?view=requests")).contains("◆</span> mapping");
            assertThat(send(stub.port(), Request.get("/__admin/mappings")).text())
                    .contains("\"withoutContract\" : true");
        }
    }

    @Test
    void forms_choose_states_and_faults() {
        try (var stub = server().start()) {
            assertThat(send(stub.port(), form("states", "add=second")).status()).isEqualTo(303);
            assertThat(send(stub.port(), Request.get("/api/s")).text()).isEqualTo("2");
            send(stub.port(), form("states", "remove=second"));
            assertThat(send(stub.port(), Request.get("/api/s")).text()).isEqualTo("1");

            assertThat(send(stub.port(), form("faults", "provider=api&delay=&status=503&fault="))
                            .status())
                    .isEqualTo(303);
            assertThat(send(stub.port(), Request.get("/api/x")).status()).isEqualTo(503);
            assertThat(page(stub, "/?view=control")).contains("api: status 503");
            send(stub.port(), form("faults", "provider=api"));
            assertThat(send(stub.port(), Request.get("/api/x")).status()).isEqualTo(200);
        }
    }

    @Test
    void what_the_server_refused_is_among_the_requests_without_its_body() {
        try (var stub = server().start()) {
            var tooLong =
                    Request.of("POST", "/api/long", "x".repeat((8 << 20) + 1).getBytes(UTF_8));
            assertThat(send(stub.port(), tooLong).status()).isEqualTo(413);
            assertThat(send(stub.port(), Request.get("/api/strange", "Stub-Status: 42"))
                            .status())
                    .isEqualTo(400);

            var longHeader = Request.get("/api/header?page=2", "Accept: text/html", "X-Long: " + "x".repeat(40_000));
            assertThat(send(stub.port(), longHeader).status()).isEqualTo(431);
            assertThat(send(stub.port(), Request.get("/__admin/mappings", "X-Long: " + "x".repeat(40_000)))
                            .status())
                    .isEqualTo(431);

            assertThat(page(stub, "/?view=requests&outcome=refused"))
                    .contains(
                            "POST /long",
                            "<td class=\"number\">413</td>",
                            "GET /strange",
                            "<td class=\"number\">400</td>",
                            "GET /header?page=2",
                            "<td class=\"number\">431</td>")
                    .doesNotContain("mappings");
            assertThat(page(stub, "/?view=requests&request=2")).contains("The request cannot be read");
            assertThat(page(stub, "/?view=requests&request=0"))
                    .contains("A body may have 8388608 bytes", "The body of a request that was refused is not kept.")
                    .doesNotContain("xxxx", "Make this an interaction");
            assertThat(send(stub.port(), Request.get("/__admin/requests")).text())
                    .contains("/api/long", "/api/strange", "/api/header")
                    .doesNotContain("xxxx");
            assertThat(send(stub.port(), Request.get("/__admin/requests/unmatched"))
                            .text())
                    .doesNotContain("/api/long");
        }
    }

    @Test
    void what_a_fault_did_is_among_the_requests_and_no_miss() {
        try (var stub = server().start()) {
            send(stub.port(), Request.get("/api/refused", "Stub-Status: 503"));
            send(stub.port(), Request.get("/api/broken", "Stub-Fault: empty"));

            assertThat(page(stub, "/?view=requests&outcome=fault"))
                    .contains(
                            "GET /refused",
                            "<td class=\"number\">503</td>",
                            "GET /broken",
                            "<td class=\"number\">–</td>");
            assertThat(page(stub, "/?view=requests&request=1")).contains("none: a fault broke the connection");
            assertThat(send(stub.port(), Request.get("/__admin/requests")).text())
                    .contains("/api/refused", "/api/broken");
            assertThat(send(stub.port(), Request.get("/__admin/requests/unmatched"))
                            .text())
                    .doesNotContain("/api/refused", "/api/broken");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "states, add=no+such+state",
        "faults, provider=nobody&status=503",
        "faults, provider=api&status=42",
        "mapping, request=99&status=200",
        "clock, world=0&advance=PT1H",
        "nothing, a=b"
    })
    void a_form_that_cannot_be_used_is_refused_with_the_reason(String action, String fields) {
        try (var stub = server().start()) {
            var refused = send(stub.port(), form(action, fields));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text()).contains("<h1>This cannot be done</h1>", "where:", "fix:");
        }
    }

    @Test
    void a_state_for_one_browser_is_in_its_cookie() {
        try (var stub = server().start()) {
            var chosen = send(stub.port(), form("states", "add=second&scope=this+browser"));

            assertThat(chosen.status()).isEqualTo(303);
            var cookie = "Cookie: other=1; "
                    + chosen.headers().stream()
                            .filter(header -> header.startsWith("Set-Cookie: "))
                            .map(header -> header.substring(12).replaceFirst(";.*", ""))
                            .findFirst()
                            .orElseThrow();
            assertThat(send(stub.port(), Request.get("/api/s", cookie)).text()).isEqualTo("2");
            assertThat(send(stub.port(), Request.get("/api/x", cookie)).text())
                    .as("what has no such state")
                    .isEqualTo("hello");
            assertThat(send(stub.port(), Request.get("/api/c", cookie)).text())
                    .as("contracts see the other cookies")
                    .isEqualTo("c");
            assertThat(send(stub.port(), Request.get("/api/s")).text()).isEqualTo("1");
            assertThat(send(stub.port(), Request.get("/?view=control", HTML, cookie))
                            .text())
                    .contains("second</code>for this browser");

            assertThat(send(stub.port(), form("states", "remove=second&scope=this+browser", cookie))
                            .headers())
                    .contains("Set-Cookie: treaty-provider-states=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
            assertThat(send(stub.port(), form("states", "add=nothing+like+it&scope=this+browser"))
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void the_comparison_is_made_again_when_contracts_change() {
        var comparisons = new AtomicInteger();
        try (var stub = server().page(new PageSettings(
                        Path.of("none"), () -> Optional.of("comparison " + comparisons.incrementAndGet())))
                .start()) {
            assertThat(page(stub, "/?view=changes")).contains("comparison 1");
            assertThat(page(stub, "/?view=changes")).contains("comparison 1");

            stub.replace(contracts(pact("shop", "api", get("/other", "other"))));

            assertThat(page(stub, "/?view=changes")).contains("comparison 2");
        }
    }

    @Test
    void uses_are_counted() {
        try (var stub = server().start()) {
            IntStream.range(0, 3).forEach(any -> send(stub.port(), Request.get("/api/x")));

            assertThat(page(stub, "/?view=contracts&q=/x")).contains("<td class=\"number\">3</td>");
        }
    }

    @Test
    void all_of_it_is_small_and_comes_from_this_server() throws IOException {
        try (var stub = server().start()) {
            IntStream.range(0, 300).forEach(number -> send(stub.port(), Request.get("/api/missing/" + number)));
            var page = send(stub.port(), Request.get("/", HTML, "Accept-Encoding: gzip, deflate, br"));
            var html = new String(new GZIPInputStream(new ByteArrayInputStream(page.bytes())).readAllBytes(), UTF_8);

            var total = page.bytes().length;
            var assets =
                    Pattern.compile("(?:src|href)=\"(/__admin/page/[^\"]+)").matcher(html);
            while (assets.find()) {
                var asset = send(stub.port(), Request.get(assets.group(1), "Accept-Encoding: gzip"));
                assertThat(asset.status()).isEqualTo(200);
                total += asset.bytes().length;
            }
            assertThat(html).contains("<link rel=\"stylesheet\"").doesNotContain("src=\"http", "href=\"http");
            assertThat(total).isBetween(5_000, BUDGET);
        }
    }

    @Test
    void an_asset_is_kept_until_it_changes() {
        try (var stub = server().start()) {
            var asset = send(stub.port(), Request.get("/__admin/page/page.css"));
            var tag = asset.headers().stream()
                    .filter(header -> header.startsWith("ETag: "))
                    .findFirst()
                    .orElseThrow()
                    .substring(6);

            assertThat(asset.headers()).contains("Cache-Control: public, max-age=31536000, immutable");
            assertThat(send(stub.port(), Request.get("/__admin/page/page.css", "If-None-Match: " + tag))
                            .status())
                    .isEqualTo(304);
            assertThat(send(stub.port(), Request.get("/__admin/page/..%2Fpage.css", HTML))
                            .status())
                    .isIn(400, 404);
            assertThat(send(stub.port(), Request.get("/__admin/page/nothing.js"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void requests_for_the_page_are_not_counted_as_requests_to_providers() {
        try (var stub = server().start()) {
            page(stub, "/");

            assertThat(send(stub.port(), Request.get("/__admin/metrics")).text())
                    .doesNotContain("outcome=");
            assertThat(page(stub, "/")).contains("0 requests since the server started");
        }
    }

    private static Request form(String action, String fields, String... headers) {
        var all = Stream.concat(Stream.of(HTML, "Origin: http://localhost"), Stream.of(headers));
        return Request.post(
                "/__admin/page/" + action, "application/x-www-form-urlencoded", fields, all.toArray(String[]::new));
    }

    private static String page(ReplayServer stub, String address) {
        Response page = send(stub.port(), Request.get(address, HTML));
        assertThat(page.status()).isEqualTo(200);
        return page.text();
    }

    private static ReplayServer.Builder server() {
        return ReplayServer.builder()
                .pacts(contracts(pact(
                        "shop",
                        "api",
                        get("/x", "hello"),
                        http(
                                "three",
                                "[]",
                                "{\"method\": \"GET\", \"path\": \"/c\", \"headers\": {\"Cookie\": [\"other=1\"]}}",
                                text("c")),
                        http("one", "[{\"name\": \"first\"}]", "{\"method\": \"GET\", \"path\": \"/s\"}", text("1")),
                        http(
                                "two",
                                "[{\"name\": \"second\"}]",
                                "{\"method\": \"GET\", \"path\": \"/s\"}",
                                text("2")))));
    }

    private static List<PactFile> contracts(String pact) {
        return List.of(PactFile.parse(Path.of("shop-api.json"), pact));
    }
}
