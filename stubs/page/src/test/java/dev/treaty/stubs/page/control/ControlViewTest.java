package dev.treaty.stubs.page.control;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static dev.treaty.pacts.testing.PactText.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.matching.request.RequestedState;
import dev.treaty.stubs.page.FixedSource;
import dev.treaty.stubs.page.source.ReplayWorld;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlViewTest {

    private static final String CONTRACT = pact(
            "shop",
            "stripe",
            http(
                    "a charge",
                    "[{\"name\": \"a charge exists\"}]",
                    "{\"method\": \"GET\", \"path\": \"/x\"}",
                    text("x")));

    @Test
    void states_that_contracts_have_are_suggested_and_chosen_ones_can_be_removed() {
        var source = new FixedSource(CONTRACT);
        assertThat(source.view("view=control")).contains("No state is chosen.", "<option value=\"a charge exists\">");

        source.lookup().give(List.of(RequestedState.parse("a charge exists")));
        source.ofBrowser = List.of("a customer exists");

        assertThat(source.view("view=control"))
                .contains("aria-label=\"Remove a charge exists\"", "a customer exists</code>for this browser");
    }

    @Test
    void faults_chaos_and_worlds_are_shown() {
        var source = new FixedSource(CONTRACT);
        source.faults.put("stripe", "delay 500ms");
        source.worlds.add(new ReplayWorld(
                "stripe",
                "3f2a91c0",
                "2026-12-01T10:00:00Z",
                List.of("3 customer"),
                List.of("2026-12-01T11:00:00Z deliver"),
                List.of(new ReplayWorld.Webhook("d_1", "charge.succeeded to http://localhost:3000/", "failed", 2))));

        assertThat(source.view("view=control"))
                .contains(
                        "stripe: delay 500ms",
                        "2 rules, on",
                        "Switch off",
                        "stripe, account 3f2a91c0",
                        "3 customer",
                        "charge.succeeded to http://localhost:3000/",
                        "▲</span> failed");
    }

    @Test
    void the_comparison_is_shown_and_what_to_do_if_there_is_none() {
        var source = new FixedSource(CONTRACT);
        assertThat(source.view("view=changes")).contains("There is nothing to compare", "--pacts FOLDER");

        source.changes = Optional.of("shop-stripe.json\n  asks more");

        assertThat(source.view("view=changes")).contains("shop-stripe.json\n  asks more");
    }
}
