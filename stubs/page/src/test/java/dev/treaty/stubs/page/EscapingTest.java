package dev.treaty.stubs.page;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.page.html.PageAddress;
import dev.treaty.stubs.page.html.View;
import dev.treaty.stubs.page.source.ReplayWorld;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a contract or a request says is text: here, every field of them tries to be a script. */
class EscapingTest {

    private static final String ATTACK = "<script>attack</script>'\"><img src=x onerror=attack>";
    private static final String IN_JSON = ATTACK.replace("\"", "\\\"");

    static Stream<PageAddress> everyView() {
        var origin = source().lookup().all().findFirst().orElseThrow().origin();
        return Stream.of(
                PageAddress.of(View.REQUESTS),
                PageAddress.of(View.REQUESTS)
                        .with("q", ATTACK)
                        .with("provider", ATTACK)
                        .with("outcome", ATTACK),
                PageAddress.of(View.REQUESTS).with("request", "0"),
                PageAddress.of(View.REQUESTS)
                        .with("request", "0")
                        .with("consumer", ATTACK)
                        .with("description", ATTACK),
                PageAddress.of(View.REQUESTS).with("request", ATTACK),
                PageAddress.of(View.CONTRACTS),
                PageAddress.of(View.CONTRACTS).with("q", ATTACK),
                PageAddress.of(View.CONTRACTS).with("interaction", origin.id().toString()),
                PageAddress.of(View.CONTRACTS).with("interaction", ATTACK),
                PageAddress.of(View.NETWORK),
                PageAddress.of(View.NETWORK).with("q", ATTACK).with("open", ATTACK),
                PageAddress.of(View.NETWORK).with("participant", "c" + ATTACK),
                PageAddress.of(View.CONTROL),
                PageAddress.of(View.CHANGES));
    }

    @ParameterizedTest
    @MethodSource("everyView")
    void a_script_in_every_field_is_shown_as_text(PageAddress address) {
        assertHarmless(source().view(address));
    }

    @Test
    void the_views_do_show_the_fields() {
        var source = source();
        var id = source.lookup().all().findFirst().orElseThrow().origin().id();

        assertThat(source.view("view=requests&request=0")).contains("&lt;script&gt;attack");
        assertThat(source.view("view=contracts&interaction=" + id)).contains("&lt;script&gt;attack");
        assertThat(source.view("view=network")).contains("&lt;script&gt;attack");
        assertThat(source.view("view=control")).contains("&lt;script&gt;attack");
        assertThat(source.view("view=changes")).contains("&lt;script&gt;attack");
    }

    @Test
    void rows_that_are_sent_later_are_escaped_as_well() {
        var rows = new Page(source(), new PageAssets(), "/__admin/page/").rows(PageAddress.of(View.REQUESTS), 0, 1);

        assertThat(rows).contains("/v1/&lt;script&gt;");
        assertHarmless(rows);
    }

    @Test
    void a_refusal_is_escaped() {
        assertHarmless(new PageDocument(new PageAssets(), "/__admin/page/").ofRefusal(ATTACK, ATTACK));
    }

    private static void assertHarmless(String html) {
        assertThat(html).doesNotContain("<script>attack", "<img", "<style");
        var withoutValues = html.replaceAll("\"[^\"]*\"", "");
        assertThat(withoutValues)
                .doesNotContainPattern("<[^>]*\\son\\w+=")
                .doesNotContainPattern("<[^>]*\\sstyle=")
                .doesNotContain("'", "\"");
    }

    private static FixedSource source() {
        var request = """
                {"method": "POST", "path": "/v1/ATTACK", "query": {"ATTACK": ["ATTACK"]},
                 "headers": {"X-A": ["ATTACK"], "Content-Type": ["application/json"]},
                 "body": {"content": {"ATTACK": "ATTACK"}, "contentType": "application/json", "encoded": false},
                 "matchingRules": {"body": {"$['a']": {"combine": "AND", "matchers": [{"match": "regex", "regex": "ATTACK"}]}}}}
                """;
        var response = """
                {"status": 200, "headers": {"X-A": ["ATTACK"], "Content-Type": ["application/json"]},
                 "body": {"content": {"ATTACK": "ATTACK"}, "contentType": "application/json", "encoded": false}}
                """;
        var states = "[{\"name\": \"ATTACK\", \"params\": {\"ATTACK\": \"ATTACK\"}}]";
        var source = new FixedSource(pact(
                "c" + IN_JSON,
                "p" + IN_JSON,
                http(
                        "d" + IN_JSON,
                        states.replace("ATTACK", IN_JSON),
                        request.replace("ATTACK", IN_JSON),
                        response.replace("ATTACK", IN_JSON))));
        source.seen(SeenRequests.miss(
                0,
                "POST",
                "/p" + encoded(ATTACK) + "/v1/" + ATTACK + "?" + ATTACK + "=" + ATTACK,
                Map.of("X-A", List.of(ATTACK), ATTACK, List.of(ATTACK), "Content-Type", List.of("application/json")),
                "{\"" + IN_JSON + "\": \"" + IN_JSON + "\"}"));
        source.faults.put("p" + ATTACK, ATTACK);
        source.worlds.add(new ReplayWorld(
                ATTACK,
                ATTACK,
                ATTACK,
                List.of(ATTACK),
                List.of(ATTACK),
                List.of(new ReplayWorld.Webhook(ATTACK, ATTACK, ATTACK, 1))));
        source.changes = Optional.of(ATTACK);
        source.ofBrowser = List.of(ATTACK);
        return source;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
