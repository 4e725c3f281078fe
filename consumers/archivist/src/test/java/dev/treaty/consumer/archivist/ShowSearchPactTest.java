package dev.treaty.consumer.archivist;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.archivist.connection.Page;
import dev.treaty.consumer.archivist.connection.PageWindow;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class ShowSearchPactTest {

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact searchInTwoPages(PactDslWithProvider cablecast) {
        var threeShows = Map.<String, Object>of("search", "council", "count", 3);
        return cablecast
                .given("shows match a search", threeShows)
                .uponReceiving("a request for the first page of shows that match a search")
                .method("GET")
                .path("/cablecastapi/v1/shows")
                .query("search=council&offset=0&page_size=2")
                .headers(Map.of("Accept", "application/json"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> {
                            root.array("shows", shows -> {
                                show(shows, 101, "Council, 8 January 2026");
                                show(shows, 102, "Council, 15 January 2026");
                            });
                            root.object("meta", meta -> meta.numberValue("count", 3));
                        })
                        .build())
                .given("shows match a search", threeShows)
                .uponReceiving("a request for the last page of shows that match a search")
                .method("GET")
                .path("/cablecastapi/v1/shows")
                .query("search=council&offset=2&page_size=2")
                .headers(Map.of("Accept", "application/json"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> {
                            root.array("shows", shows -> show(shows, 103, "Council, 22 January 2026"));
                            root.object("meta", meta -> meta.numberValue("count", 3));
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "searchInTwoPages")
    void a_search_continues_until_the_count_is_reached(MockServer cablecast) {
        var shows = ArchivistFixture.at(cablecast).shows();

        var first = shows.search("council", PageWindow.first(2));
        var last = shows.search("council", first.next().orElseThrow());

        assertThat(first.items()).extracting(Show::id).containsExactly(101, 102);
        assertThat(last.items()).extracting(Show::title).containsExactly("Council, 22 January 2026");
        assertThat(last.next()).isEmpty();
    }

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact searchFindsNothing(PactDslWithProvider cablecast) {
        return cablecast
                .given("no show matches a search", Map.of("search", "zeppelin"))
                .uponReceiving("a request for shows when none match the search")
                .method("GET")
                .path("/cablecastapi/v1/shows")
                .query("search=zeppelin&offset=0&page_size=2")
                .headers(Map.of("Accept", "application/json"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> {
                            root.array("shows", shows -> {});
                            root.object("meta", meta -> meta.numberValue("count", 0));
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "searchFindsNothing")
    void a_search_that_finds_nothing_is_an_empty_page(MockServer cablecast) {
        var page = ArchivistFixture.at(cablecast).shows().search("zeppelin", PageWindow.first(2));

        assertThat(page).isEqualTo(new Page<Show>(List.of(), PageWindow.first(2), 0));
    }

    private static void show(LambdaDslJsonArray shows, int id, String title) {
        shows.object(show -> {
            show.integerType("id", id);
            show.stringType("title", title);
            show.stringType("comments", "");
        });
    }
}
