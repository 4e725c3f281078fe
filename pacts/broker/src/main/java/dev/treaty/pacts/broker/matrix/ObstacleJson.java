package dev.treaty.pacts.broker.matrix;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.broker.http.HalLink;
import dev.treaty.pacts.broker.verification.VerificationMismatch;

/** An {@link Obstacle} as programs read it. */
final class ObstacleJson {

    private ObstacleJson() {}

    static ObjectNode of(Obstacle obstacle) {
        var row = obstacle.row();
        var json = JsonNodeFactory.instance.objectNode().put("kind", kind(obstacle));
        json.put("consumer", row.consumer())
                .put("consumerVersion", row.consumerVersion())
                .put("provider", row.provider());
        row.providerVersion().ifPresent(version -> json.put("providerVersion", version));
        row.contract().map(HalLink::href).ifPresent(url -> json.put("contract", url));
        if (obstacle instanceof Obstacle.Broken broken) {
            add(json, broken);
        } else if (obstacle instanceof Obstacle.Unverified unverified) {
            json.put("build", unverified.advice().build());
            json.put("command", unverified.advice().command());
        }
        return json;
    }

    private static String kind(Obstacle obstacle) {
        if (obstacle instanceof Obstacle.Broken) {
            return "broken";
        }
        return obstacle instanceof Obstacle.Unverified ? "unverified" : "absent";
    }

    private static void add(ObjectNode json, Obstacle.Broken broken) {
        broken.row().result().map(HalLink::href).ifPresent(url -> json.put("result", url));
        broken.result().buildUrl().ifPresent(url -> json.put("buildUrl", url));
        var array = json.putArray("interactions");
        broken.broken().forEach(interaction -> array.add(of(interaction)));
    }

    private static ObjectNode of(BrokenInteraction interaction) {
        var json = JsonNodeFactory.instance.objectNode().put("description", interaction.description());
        json.put("states", interaction.states());
        var array = json.putArray("mismatches");
        interaction.outcome().mismatches().forEach(mismatch -> array.add(of(mismatch)));
        interaction.outcome().curl().ifPresent(curl -> json.put("curl", curl));
        return json;
    }

    private static ObjectNode of(VerificationMismatch mismatch) {
        var json = JsonNodeFactory.instance.objectNode().put("attribute", mismatch.attribute());
        json.put("identifier", mismatch.identifier()).put("description", mismatch.description());
        mismatch.expected().ifPresent(expected -> json.put("expected", expected));
        mismatch.actual().ifPresent(actual -> json.put("actual", actual));
        return json;
    }
}
