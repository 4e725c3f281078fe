package dev.treaty.provider.workspaceservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceListTest {

    private final TestUser ada = TestPlatform.newUser();

    @Test
    void a_list_comes_in_pages_and_the_last_one_leads_nowhere() {
        var created = List.of(ada.created("A"), ada.created("B"), ada.created("C"), ada.created("D"));

        var first = page(2, null);
        var last = page(2, first.path("nextCursor"));

        assertThat(ids(first)).isEqualTo(created.subList(0, 2));
        assertThat(ids(last)).isEqualTo(created.subList(2, 4));
        assertThat(last.jsonPath().getMap("").containsKey("nextCursor")).isFalse();
    }

    @Test
    void what_is_created_or_deleted_meanwhile_neither_doubles_nor_hides_the_rest() {
        var created = new ArrayList<>(List.of(ada.created("A"), ada.created("B"), ada.created("C"), ada.created("D")));
        var first = page(2, null);

        ada.delete(created.get(0), "*");
        ada.delete(created.get(1), "*");
        var late = ada.created("0 comes first by name");
        var rest = page(10, first.path("nextCursor"));

        assertThat(ids(rest)).containsExactly(created.get(2), created.get(3), late);
    }

    @Test
    void whoever_joins_an_old_workspace_finds_it_at_the_end() {
        var grace = TestPlatform.newUser();
        var old = grace.created("Old");
        var own = List.of(ada.created("A"), ada.created("B"));
        var first = page(1, null);

        grace.takeIn(old, ada, "viewer");
        var rest = page(10, first.path("nextCursor"));

        assertThat(ids(rest)).containsExactly(own.get(1), old);
        assertThat(rest.jsonPath().getList("items.role")).containsExactly("owner", "viewer");
    }

    @Test
    void an_empty_list_is_a_page_without_items() {
        page(10, null).then().statusCode(200).body("items", equalTo(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=two",
                "limit=",
                "cursor=",
                "cursor=cursor-2",
                "cursor=YWZ0ZXI6LTE"
            })
    void a_page_that_cannot_be_is_refused(String query) {
        ada.request()
                .get("/workspaces?" + query)
                .then()
                .statusCode(422)
                .body("type", equalTo("https://treaty.dev/problems/invalid-fields"))
                .body("errors[0].field", equalTo(query.substring(0, query.indexOf('='))));
    }

    private Response page(int limit, @Nullable String cursor) {
        var request = ada.request().queryParam("limit", limit);
        return (cursor == null ? request : request.queryParam("cursor", cursor)).get("/workspaces");
    }

    private static List<String> ids(Response page) {
        return page.jsonPath().getList("items.id");
    }
}
