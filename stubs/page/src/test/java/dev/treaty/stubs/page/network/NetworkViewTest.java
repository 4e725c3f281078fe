package dev.treaty.stubs.page.network;

import static dev.treaty.pacts.testing.PactText.get;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.page.FixedSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkViewTest {

    @Test
    void calls_go_from_left_to_right() {
        assertThat(layers("web gateway", "gateway auth", "web auth"))
                .isEqualTo(List.of(List.of("web"), List.of("gateway"), List.of("auth")));
    }

    @Test
    void participants_in_a_circle_are_placed_as_well() {
        assertThat(layers("a b", "b c", "c a", "d d"))
                .hasSize(3)
                .anySatisfy(layer -> assertThat(layer).contains("a", "d"));
    }

    @Test
    void a_thousand_participants_are_folded_until_somebody_wants_all() {
        var source = new FixedSource(thousand());

        var folded = source.view("view=network");

        assertThat(folded).contains("1000 participants", "… ", " more</text>", "Draw all of them");
        assertThat(folded.length()).isLessThan(150_000);
        assertThat(source.view("view=network&open=all")).contains("Fold those", "s999</text>", "s500</text>");
    }

    @Test
    void a_search_shows_a_participant_and_its_neighbours() {
        var source = new FixedSource(thousand());

        assertThat(source.view("view=network&q=s500"))
                .contains("s500</text>", "The whole network")
                .doesNotContain("s900</text>");
        assertThat(source.view("view=network&participant=nobody")).contains("No participant is called like that.");
    }

    private static String[] thousand() {
        return IntStream.range(1, 1_000)
                .mapToObj(number -> pact("s" + number / 3, "s" + number, get("/x", "x")))
                .toArray(String[]::new);
    }

    private static List<List<String>> layers(String... calls) {
        return Layers.of(new Network(java.util.Arrays.stream(calls)
                .map(call -> call.split(" "))
                .map(names -> new Connection(names[0], names[1], 1, 0, 0, 0))
                .toList()));
    }
}
