package dev.treaty.stubs.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.http.page.PageSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsChromium
class PageInBrowserTest {

    private static final int DESK = 1_280;
    private static final int PHONE = 390;
    private static final String KEY = "Bearer sk_test_page";

    /** Milliseconds; 200 on a machine of one's own, and CI's are shared. */
    private static final double LONGEST_PAINT = 1_000;

    private static final double LONGEST_TASK = 500;

    private static final String STATE = "Pact-Provider-State";

    @TempDir
    private static Path providers;

    private static String interaction = "";
    private static Chromium chromium;
    private static ReplayServer server;
    private static StubClient client;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        VerifiedContracts.write(PactFile.onClassPath(), providers);
        server = server(1_000)
                .page(new PageSettings(providers, () -> Optional.of("No provider is shown to break.\n")))
                .start();
        client = new StubClient(server);
        interaction = client.get("/__admin/mappings?limit=1").body().replaceAll("(?s).*?\"id\" : \"([^\"]+)\".*", "$1");
        client.post(
                "/auth-service/users",
                "{\"email\": \"ada@example.org\", \"password\": \"hush\", \"nickname\": \"Ada\"}",
                "Content-Type",
                "application/json",
                "X-Request-Id",
                "req-00000042");
        client.get("/workspace-service/workspaces/unknown/members?page=2");
        client.post(
                "/stripe/v1/customers",
                "name=Ann",
                "Authorization",
                KEY,
                "Content-Type",
                "application/x-www-form-urlencoded");
        client.get(
                "/stripe/v1/payment_intents/pi_42",
                "Authorization",
                KEY,
                "Stripe-Version",
                "2026-07-29.dahlia",
                STATE,
                "a payment exists");
        client.get("/auth-service/.well-known/jwks.json", "X-Request-Id", "req-00000042");
    }

    @AfterAll
    static void stop() {
        server.close();
        chromium.close();
    }

    private static ReplayServer.Builder server(int journal) {
        return ReplayServer.builder().pacts(PactFile.onClassPath()).journal(journal);
    }

    static List<String> views() {
        return List.of(
                "/",
                "/?view=requests&request=0",
                "/?view=contracts",
                "/?view=contracts&interaction=" + interaction,
                "/?view=network",
                "/?view=control",
                "/?view=changes");
    }

    @ParameterizedTest
    @MethodSource("views")
    void a_view_is_accessible_and_fits_in_light_and_dark(String address) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (var visit = new Visit(chromium, server, DESK, scheme, true)) {
                visit.open(address);

                visit.assertAccessible();
                visit.assertNoHorizontalScroll();
                visit.assertNoComplaints();
                visit.picture(name(address) + "-" + scheme.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void a_view_fits_on_a_phone(String address) {
        try (var visit = new Visit(chromium, server, PHONE, ColorScheme.LIGHT, true)) {
            visit.open(address);

            visit.assertNoHorizontalScroll();
            visit.picture(name(address) + "-phone");
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void a_view_can_be_read_without_scripts(String address) {
        try (var visit = new Visit(chromium, server, DESK, ColorScheme.LIGHT, false)) {
            visit.open(address);

            assertThat(visit.page().locator("main").innerText()).hasSizeGreaterThan(60);
            assertThat(visit.page()
                            .getByRole(AriaRole.NAVIGATION)
                            .getByRole(AriaRole.LINK)
                            .count())
                    .isEqualTo(5);
        }
    }

    private static String name(String address) {
        var name = address.replace("/?view=", "").replaceAll("=[0-9a-f-]+", "").replaceAll("[^a-z]+", "-");
        return name.equals("-") ? "requests" : name;
    }

    @Test
    void a_new_request_appears_by_itself() {
        try (var visit = visit()) {
            visit.open("/");
            visit.page()
                    .getByText("Live", new Page.GetByTextOptions().setExact(true))
                    .waitFor();

            client.get("/stripe/v1/live/one");
            client.get("/stripe/v1/live/two");

            visit.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("GET /v1/live/two"))
                    .waitFor();
            assertThat(visit.page().locator("tbody tr th a").first().innerText())
                    .isEqualTo("GET /v1/live/two");
            visit.page().getByText("new request").waitFor();
            visit.assertNoComplaints();
        }
    }

    @Test
    void a_paused_list_stands_still_until_it_goes_on() {
        try (var visit = visit()) {
            visit.open("/");
            visit.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause"))
                    .click();
            client.get("/stripe/v1/paused");
            client.get("/stripe/v1/paused/other");
            try (var other = visit()) {
                other.open("/");
                other.page()
                        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("GET /v1/paused/other"))
                        .waitFor();
            }
            assertThat(visit.page().getByText("GET /v1/paused").count()).isZero();

            visit.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Pause"))
                    .click();

            visit.page().getByText("GET /v1/paused/other").waitFor();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_miss_becomes_a_test_or_a_mapping(boolean scripts) {
        var path = "/v1/missing/" + scripts;
        client.get("/stripe" + path, "Authorization", KEY, STATE, "nothing");
        try (var visit = new Visit(chromium, server, DESK, ColorScheme.LIGHT, scripts)) {
            visit.open("/?q=missing%2F" + scripts);
            visit.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("GET " + path))
                    .click();
            visit.page()
                    .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Why nothing answered"))
                    .waitFor();
            visit.page().getByLabel("Description").fill("a request for what is missing");
            visit.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Draft"))
                    .click();
            assertThat(visit.page().locator("#draft-source").innerText())
                    .contains("@Pact(", "uponReceiving(\"a request for what is missing\")");

            visit.page().getByLabel("Body").fill("{\"found\": true}");
            visit.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add mapping without a contract"))
                    .click();
            visit.page().getByText("The mapping is added").waitFor();

            assertThat(client.get("/stripe" + path, "Authorization", KEY).body())
                    .isEqualTo("{\"found\": true}");
            visit.assertNoComplaints();
        }
    }

    @Test
    void the_world_of_a_vendors_account_is_shown_and_its_clock_advanced() {
        try (var visit = visit()) {
            visit.open("/?view=control");
            var world = visit.page().locator("section.candidate").first();
            assertThat(world.innerText())
                    .contains("stripe, account", "1 customer")
                    .doesNotContain("sk_test");
            var before = world.locator("time").getAttribute("datetime");

            world.getByLabel("Advance the clock by").fill("P30D");
            world.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Advance"))
                    .click();

            visit.page().locator("time:not([datetime='%s'])".formatted(before)).waitFor();
            assertThat(visit.page()
                            .locator("section.candidate time")
                            .first()
                            .getAttribute("datetime")
                            .compareTo(before))
                    .isPositive();
        }
    }

    @Test
    void the_page_is_used_by_keyboard() {
        try (var visit = visit()) {
            visit.open("/");
            var keyboard = visit.page().keyboard();

            keyboard.press("Tab");
            assertThat(focused(visit)).isEqualTo("Skip to the content");
            keyboard.press("Enter");
            keyboard.press("Tab");
            assertThat(visit.page().evaluate("document.activeElement.type")).isEqualTo("search");
            keyboard.type("pi_42");
            keyboard.press("Enter");
            visit.page().waitForURL("**q=pi_42**");
            visit.page().locator("tbody th a").first().focus();
            keyboard.press("Enter");
            visit.page().waitForURL("**request=**");

            assertThat(visit.page().locator("h1").innerText()).startsWith("GET /v1/payment_intents/pi_42");
        }
    }

    private static Object focused(Visit visit) {
        return visit.page().evaluate("document.activeElement.textContent");
    }

    @Test
    void ten_thousand_requests_are_shown_without_a_long_task_and_soon() {
        try (var busy = server(10_000).start();
                var visit = new Visit(chromium, busy, DESK, ColorScheme.LIGHT, true)) {
            var busyClient = new StubClient(busy);
            IntStream.range(0, 10_000)
                    .parallel()
                    .forEach(number -> busyClient.get(
                            "/auth-service/.well-known/jwks.json", "X-Request-Id", "req-" + (10_000_000 + number)));
            visit.open("/"); // the first time, classes are loaded
            visit.page().addInitScript("""
                    window.longest = 0;
                    new PerformanceObserver((list) => {
                      for (const entry of list.getEntries()) {
                        window.longest = Math.max(window.longest, entry.duration);
                      }
                    }).observe({type: 'longtask', buffered: true});""");
            visit.open("/");
            visit.page()
                    .getByText("Live", new Page.GetByTextOptions().setExact(true))
                    .waitFor();
            IntStream.range(0, 1_000)
                    .parallel()
                    .forEach(number -> busyClient.get(
                            "/auth-service/.well-known/jwks.json", "X-Request-Id", "req-" + (20_000_000 + number)));
            busyClient.get("/stripe/v1/last");
            visit.page().getByText("GET /v1/last").waitFor();

            var paint = (Number)
                    visit.page().evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
            var longest = (Number) visit.page().evaluate("window.longest");
            System.out.printf(
                    "First paint after %.0f ms, longest task %.0f ms%n", paint.doubleValue(), longest.doubleValue());
            assertThat(visit.page().locator("tbody tr").count()).isEqualTo(200);
            assertThat(paint.doubleValue()).isLessThan(LONGEST_PAINT);
            assertThat(longest.doubleValue()).isLessThan(LONGEST_TASK);
            visit.assertNoComplaints();
        }
    }

    private static Visit visit() {
        return new Visit(chromium, server, DESK, ColorScheme.LIGHT, true);
    }
}
