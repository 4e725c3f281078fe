package dev.treaty.pacts.testing.broker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which part of the broker answers a request. */
final class BrokerRoutes {

    private final BrokerState state = new BrokerState();
    private final BrokerLinks links;
    private final List<Function<BrokerCall, @Nullable BrokerAnswer>> parts;

    BrokerRoutes(String base) {
        this.links = new BrokerLinks(base);
        this.parts = List.of(
                this::index,
                new PublishingRoutes(state, links)::answer,
                new PacticipantRoutes(state, links)::answer,
                new EnvironmentRoutes(state, links)::answer,
                new PactRoutes(state, links)::answer,
                new SelectionRoutes(state, links)::answer,
                new MatrixRoutes(state, links)::answer);
    }

    private @Nullable BrokerAnswer index(BrokerCall call) {
        return call.is("GET", "/") ? BrokerAnswer.ok(links.index()) : null;
    }

    BrokerAnswer answer(BrokerCall call) {
        return parts.stream()
                .map(part -> part.apply(call))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> BrokerAnswer.notSeen(call.method() + " /" + String.join("/", call.path())));
    }

    /** The bytes of the contract that a consumer published last. */
    byte[] content(String consumer, String provider) {
        return state.consumersOf(provider).stream()
                .filter(version -> version.pacticipant.name.equals(consumer))
                .reduce((first, second) -> second)
                .map(version ->
                        Base64.getDecoder().decode(version.pact(provider).base64()))
                .orElse(new byte[0]);
    }

    List<JsonNode> results() {
        return state.results.stream().map(BrokerState.Result::document).toList();
    }
}
