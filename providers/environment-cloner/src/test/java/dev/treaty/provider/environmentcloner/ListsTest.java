package dev.treaty.provider.environmentcloner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists come in pages, which lose nothing and repeat nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(TestCloner.ENVIRONMENTS)
@Execution(ExecutionMode.SAME_THREAD)
class ListsTest {

    private final String clone;

    ListsTest() {
        TestCloner.enter(
                "several clones are over",
                Map.of("source", "production", "target", "test", "clones", List.of("a", "b", "c")));
        clone = String.valueOf(
                TestCloner.enter("a clone is completed", Map.of("source", "production", "target", "test"))
                        .get("clone"));
    }

    @AfterAll
    void leave() {
        TestCloner.leave();
    }

    @Test
    void clones_are_listed_from_the_newest_in_pages() {
        var all = ids("/clones?target=test&state=completed&limit=100", "items.id");
        var pages = new ArrayList<String>();
        var query = "/clones?target=test&state=completed&limit=1";
        for (var next = ""; next != null; ) {
            var page = TestCloner.as("viewer").get(query + next);
            assertThat(page.jsonPath().getList("items")).hasSize(1);
            pages.add(page.path("items[0].id"));
            String cursor = page.path("next");
            next = cursor == null ? null : "&after=" + cursor;
        }

        assertThat(pages).isEqualTo(all).hasSizeGreaterThanOrEqualTo(3).startsWith(clone);
    }

    @Test
    void a_log_is_read_in_pages_and_by_level() {
        var log = "/clones/" + clone + "/log?level=debug&limit=";
        List<Integer> numbers =
                TestCloner.as("viewer").get(log + 1000).jsonPath().getList("entries.number");
        var pages = new ArrayList<Integer>();
        var next = "";
        do {
            var page = TestCloner.as("viewer").get(log + 3 + next).jsonPath();
            pages.addAll(page.getList("entries.number"));
            next = page.getString("next") == null ? "" : "&after=" + page.getString("next");
        } while (!next.isEmpty());

        assertThat(pages).isEqualTo(numbers).hasSizeGreaterThan(3);
        assertThat(pages)
                .isEqualTo(IntStream.rangeClosed(1, pages.size()).boxed().toList());
        assertThat(ids("/clones/" + clone + "/log?level=error", "entries.message"))
                .isEmpty();
    }

    @Test
    void an_unknown_environment_has_no_list() {
        for (var path : List.of("/clones?target=staging", "/backups?environment=staging", "/backups?environment=%00")) {
            TestCloner.as("viewer")
                    .get(path)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("https://treaty.dev/problems/environment-not-found"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/clones?limit=0, limit",
        "/clones?limit=101, limit",
        "/clones?limit=two, limit",
        "/clones?after=cursor, after",
        "/clones?after=YWZ0ZXI6LTE, after",
        "/clones?state=done, state",
        "/clones/{clone}/log?level=loud, level",
        "/clones/{clone}/log?limit=1001, limit",
        "/clones/{clone}/log?after=1, after"
    })
    void a_malformed_parameter_is_refused(String path, String parameter) {
        TestCloner.as("viewer")
                .get(path.replace("{clone}", clone))
                .then()
                .statusCode(400)
                .body("type", equalTo("https://treaty.dev/problems/invalid-parameter"))
                .body("parameter", equalTo(parameter));
    }

    @Test
    void a_malformed_dry_run_starts_nothing() {
        TestCloner.as("operator")
                .header("Idempotency-Key", "key-1")
                .contentType("application/json")
                .body(CloneBody.usual())
                .post("/clones?dryRun=yes")
                .then()
                .statusCode(400)
                .body("parameter", equalTo("dryRun"));
    }

    @ParameterizedTest
    @CsvSource({
        "/clones/cln_%C3%A9, clone-not-found",
        "/environments/Training, environment-not-found",
        "/backups/bak_%27, backup-not-found",
        "/backups/bak_99/restorations/rst_%27, clone-not-found"
    })
    void an_id_that_cannot_be_is_unknown_too(String path, String slug) {
        TestCloner.as("viewer")
                .get(path)
                .then()
                .statusCode(404)
                .body("type", equalTo("https://treaty.dev/problems/" + slug));
    }

    private static List<String> ids(String path, String members) {
        return TestCloner.as("viewer").get(path).jsonPath().getList(members);
    }
}
