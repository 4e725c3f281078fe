package dev.treaty.pacts.compare.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Large contracts; {@code -Dtreaty.compare.size=10000} makes them larger. No interaction must be compared with each of the others. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LargeContractsTest {

    private static final int SIZE = Integer.getInteger("treaty.compare.size", 500);

    private static V4Pact pact(IntFunction<String> interaction) {
        return PactFile.parse(
                        Path.of("web-shop.json"),
                        PactText.pact(
                                "web",
                                "shop",
                                IntStream.range(0, SIZE).mapToObj(interaction).toArray(String[]::new)))
                .pact();
    }

    private static String request(String description, String path, String regex, String response) {
        return PactText.http(
                description,
                "[{\"name\": \"it exists\", \"params\": {\"id\": \"%s\"}}]".formatted(path),
                """
                {"method": "GET", "path": "%s",
                 "matchingRules": {"path": {"matchers": [{"match": "regex", "regex": "%s"}]}}}\
                """.formatted(path, regex),
                response);
    }

    private static String kind(int i, String status) {
        return request(
                "a request for " + i,
                "/kinds-%d/1".formatted(i),
                "/kinds-%d/[0-9]+".formatted(i),
                "{\"status\": %s}".formatted(status));
    }

    private static String item(int i) {
        return request("a request for an item", "/items/" + i, "/items/[0-9]+", "{\"status\": 200}");
    }

    @Test
    void a_request_is_compared_with_those_only_that_can_answer_it() {
        var index = new RequestIndex(pact(i -> kind(i, "200")));

        assertThat(index.candidates("get", "/kinds-7/1")).hasSize(1);
        assertThat(index.candidates("POST", "/kinds-7/1")).isEmpty();
        assertThat(index.candidates("GET", "/kinds/7")).isEmpty();
        assertThat(new RequestIndex(pact(LargeContractsTest::item)).candidates("GET", "/items/1"))
                .hasSize(SIZE);
    }

    @Test
    void requests_with_rules_for_their_paths_that_are_gone_are_found_at_once() {
        var changes = ContractComparison.changes(pact(i -> kind(i, "200")), pact(i -> kind(i + SIZE, "200")));

        assertThat(changes).hasSize(2 * SIZE);
        assertThat(changes.subList(SIZE, 2 * SIZE))
                .allMatch(change ->
                        change.verdict() == Verdict.REMOVED && change.request().kind() == RequestChange.Kind.REFUSED);
    }

    @Test
    void requests_that_others_answer_still_are_found_at_once() {
        var changes = ContractComparison.changes(pact(LargeContractsTest::item), pact(i -> item(i + SIZE)));

        assertThat(changes).hasSize(SIZE).allMatch(change -> change.verdict() == Verdict.REQUEST_CHANGED);
    }

    @Test
    void each_answer_is_compared_with_its_own() {
        var changes = ContractComparison.changes(pact(i -> kind(i, "200")), pact(i -> kind(i, "201")));

        assertThat(changes).hasSize(SIZE).extracting(InteractionChange::verdict).containsOnly(Verdict.NARROWED);
    }

    @Test
    void what_would_take_too_long_is_left_open() {
        IntFunction<String> before = i -> PactText.http(
                "query " + i,
                "[]",
                "{\"method\": \"POST\", \"path\": \"/graphql\", \"headers\": {\"X-Query\": [\"%d\"]}}".formatted(i),
                "{\"status\": 200}");

        var changes = ContractComparison.changes(pact(before), pact(i -> before.apply(i + SIZE)));

        assertThat(changes.subList(SIZE, 2 * SIZE))
                .allMatch(change -> change.request().kind() == RequestChange.Kind.NOT_PROVEN);
    }
}
