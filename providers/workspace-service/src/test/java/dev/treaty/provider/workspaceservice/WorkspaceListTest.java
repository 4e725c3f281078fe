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
    void a_list_comes_in_pages_and_the_last_one_has_no_cursor() {
        var created = List.of(ada.created("A"), ada.created("B"), ada.created("C"), ada.created("D"));

        var first = page(2, null);
        var last = page(2, first.path("nextCursor"));

        assertThat(ids(first)).isEqualTo(created.subList(0, 2));
        assertThat(ids(last)).isEqualTo(created.subList(2, 4));
        assertThat(last.jsonPath().getMap("").containsKey("nextCursor")).isFalse();
    }

    @Test
    void creations_and_deletions_between_pages_neither_repeat_nor_hide_items() {
        var created = new ArrayList<>(List.of(ada.created("A"), ada.created("B"), ada.created("C"), ada.created("D")));
        var first = page(2, null);

        ada.delete(created.get(0), "*");
        ada.delete(created.get(1), "*");
        var late = ada.created("0 comes first by name");
        var rest = page(10, first.path("nextCursor"));

        assertThat(ids(rest)).containsExactly(created.get(2), created.get(3), late);
    }

    @Test
    void a_workspace_joined_later_is_at_the_end_however_old_it_is() {
        var grace = TestPlatform.newUser();
        var old = grace.created("Old");
        var own = List.of(ada.created("A"), ada.created("B"));
        var first = page(1, null);

        grace.addMember(old, ada, "viewer");
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
    void a_malformed_limit_or_cursor_is_refused(String query) {
        ada.request()
                .get("/workspaces?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("https://treaty.dev/problems/invalid-parameter"))
                .body("parameter", equalTo(query.substring(0, query.indexOf('='))));
    }

    private Response page(int limit, @Nullable String cursor) {
        var request = ada.request().queryParam("limit", limit);
        return (cursor == null ? request : request.queryParam("cursor", cursor)).get("/workspaces");
    }

    private static List<String> ids(Response page) {
        return page.jsonPath().getList("items.id");
    }
}
