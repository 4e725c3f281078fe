package dev.treaty.stubs.page.contracts;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.page.FixedSource;
import dev.treaty.stubs.page.source.Verifications;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsViewTest {

    private static final String CONTRACT = pact("shop", "stripe", get("/v1/one", "1"), get("/v1/two", "2"));

    @Test
    void interactions_are_listed_with_how_often_they_were_used() {
        var source = new FixedSource(CONTRACT);
        source.lookup().all().findFirst().orElseThrow().countUse();

        assertThat(source.view("view=contracts"))
                .contains("2 interactions, 1 of them used", "a GET of /v1/one", "<td class=\"number\">1</td>");
        assertThat(source.view("view=contracts&used=never"))
                .contains("a GET of /v1/two")
                .doesNotContain("a GET of /v1/one");
    }

    @Test
    void an_interaction_is_shown_with_its_matchers_in_words() {
        var request = """
                {"method": "GET", "path": "/v1/charges", "query": {"limit": ["2"]},
                 "matchingRules": {"query": {"limit": {"combine": "AND", "matchers": [{"match": "regex", "regex": "[0-9]+"}]}}}}""";
        var source = new FixedSource(pact(
                "shop",
                "stripe",
                http("a list", "[{\"name\": \"charges exist\", \"params\": {\"n\": 2}}]", request, text("two"))));
        var id = source.lookup().all().findFirst().orElseThrow().origin().id();

        assertThat(source.view("view=contracts&interaction=" + id))
                .contains(
                        "<h1>a list</h1>",
                        "charges exist {&quot;n&quot;:2}",
                        "GET /v1/charges?limit=2",
                        "<code>query limit</code>",
                        "a text that matches [0-9]+",
                        "HTTP 200",
                        "two");
    }

    @Test
    void the_last_verification_is_read_from_the_files_of_the_build(@TempDir Path providers) throws IOException {
        var source = new FixedSource(CONTRACT);
        var key = source.lookup().all().findFirst().orElseThrow().origin().key();
        var folder = Files.createDirectories(providers.resolve("stripe/target/verifications"));
        Files.writeString(folder.resolve("broken.json"), "{");
        Files.writeString(folder.resolve("stripe.json"), """
                {"build": "b", "made": "2026-12-01T10:00:00Z", "commit": "4f2c",
                 "results": [{"consumer": "shop", "provider": "stripe", "key": "%s", "outcome": "FAILED",
                              "target": "http://localhost:1", "why": "status was 500"}]}""".formatted(key));
        source.verifications = Verifications.read(providers);
        var id = source.lookup().all().findFirst().orElseThrow().origin().id();

        assertThat(source.view("view=contracts")).contains("▲</span> failed", "○</span> not verified");
        assertThat(source.view("view=contracts&interaction=" + id))
                .contains("2026-12-01T10:00:00Z", "commit 4f2c", "status was 500");
        assertThat(source.view("view=network")).contains("1 of 2 failed");
    }

    @Test
    void without_files_of_a_build_the_page_says_so() {
        assertThat(new FixedSource(CONTRACT).view("view=contracts")).contains("Nothing is known of verifications");
        assertThat(Verifications.read(Path.of("no such folder")).areNone()).isTrue();
    }

    @Test
    void thousands_of_interactions_are_shown_by_provider_and_a_page_at_a_time() {
        var many = IntStream.range(0, 1_000)
                .mapToObj(number -> get("/v1/" + number, "x"))
                .toArray(String[]::new);
        var source = new FixedSource(pact("shop", "stripe", many));

        assertThat(source.view("view=contracts"))
                .contains("<a href=\"/?view=contracts&amp;provider=stripe\">stripe</a>, 1000 interactions")
                .doesNotContain("a GET of");
        assertThat(source.view("view=contracts&provider=stripe&from=300"))
                .contains("a GET of /v1/300<", "a GET of /v1/599<", "Next interactions", "Previous interactions")
                .doesNotContain("a GET of /v1/299<", "a GET of /v1/600<");
    }
}
