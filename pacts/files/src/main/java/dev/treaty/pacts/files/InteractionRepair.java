package dev.treaty.pacts.files;

import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * Writes an interaction in such a way that pact-jvm reads what it says. Each repair is about something that pact-jvm would misread without
 * a word, and that has only one meaning; {@code stubs/matching/README.md} lists them. Nothing else is changed.
 */
final class InteractionRepair {

    private static final List<String> STATE = List.of("providerState", "provider_state");
    private static final List<String> PARTS = List.of("request", "response");

    private InteractionRepair() {}

    /** Changes the interaction in place. */
    static void repair(JsonValue.Object interaction, boolean isV4) {
        describe(interaction);
        removeMissingStates(interaction);
        if (!isV4) {
            renameMetadata(interaction);
        }
        for (var name : PARTS) {
            if (interaction.get(name) instanceof JsonValue.Object part) {
                repairPath(part);
                repairQuery(part);
                HeaderRepair.repair(part, name.equals("request"));
                RuleKeyRepair.repair(part);
                BodyRepair.repair(part, "body", "headers", isV4);
            }
        }
        BodyRepair.repair(interaction, "contents", "metadata", isV4);
        if (interaction.get("response") instanceof JsonValue.Array responses) {
            responses.getValues().forEach(response -> repairMessage(response, isV4));
        }
        repairMessage(interaction.get("request"), isV4);
    }

    /** Names an interaction without a description after its request, e.g. {@code GET /x}: reports name interactions. */
    private static void describe(JsonValue.Object interaction) {
        var description = interaction.get("description");
        if (description.isString() && !description.toString().isBlank()) {
            return;
        }
        if (isScalar(description)) {
            interaction.getEntries().put("description", text(description));
        } else if (interaction.get("request") instanceof JsonValue.Object request) {
            interaction.getEntries().put("description", new JsonValue.StringValue(summary(request)));
        }
    }

    private static String summary(JsonValue.Object request) {
        var method = PactJson.text(request, "method").strip().toUpperCase(Locale.ROOT);
        var path = PactJson.text(request, "path");
        return (method.isEmpty() ? "GET" : method) + " " + (path.isEmpty() ? "/" : path);
    }

    /** A request or response of synchronous messages. */
    private static void repairMessage(JsonValue message, boolean isV4) {
        if (message instanceof JsonValue.Object contents) {
            BodyRepair.repair(contents, "contents", "metadata", isV4);
        }
    }

    /** The Ruby core writes {@code "providerState": null} where there is no state; pact-jvm reads a state with the name "null". */
    private static void removeMissingStates(JsonValue.Object interaction) {
        for (var name : STATE) {
            if (isBlank(interaction.get(name))) {
                interaction.getEntries().remove(name);
            }
        }
        if (interaction.get("providerStates") instanceof JsonValue.Array states) {
            states.getValues()
                    .removeIf(state -> state instanceof JsonValue.Null
                            || (state instanceof JsonValue.Object && isBlank(PactJson.member(state, "name"))));
        } else if (interaction.get("providerStates") instanceof JsonValue.Null) {
            interaction.getEntries().remove("providerStates");
        }
    }

    private static boolean isBlank(JsonValue text) {
        return text instanceof JsonValue.Null
                || (text instanceof JsonValue.StringValue && text.toString().isBlank());
    }

    /** Messages of V3 have {@code metaData} (as pact-jvm writes it) or {@code metadata} (as most others do). */
    private static void renameMetadata(JsonValue.Object message) {
        if (!message.has("metaData") && message.get("metadata") instanceof JsonValue.Object metadata) {
            message.getEntries().put("metaData", metadata);
        }
    }

    /** HTTP has no empty path: a client sends {@code /} (RFC 9110, section 4.2.3). */
    private static void repairPath(JsonValue.Object request) {
        if (request.get("path") instanceof JsonValue.StringValue path
                && path.toString().isEmpty()) {
            request.getEntries().put("path", new JsonValue.StringValue("/"));
        }
    }

    /** A number or boolean is the text of a parameter; pact-jvm reads it as a parameter without a value. */
    private static void repairQuery(JsonValue.Object request) {
        if (!(request.get("query") instanceof JsonValue.Object query)) {
            return;
        }
        var parameters = new LinkedHashMap<String, JsonValue>();
        query.getEntries().forEach((name, value) -> parameters.put(name, repairedParameter(value)));
        request.getEntries().put("query", new JsonValue.Object(parameters));
    }

    private static JsonValue repairedParameter(JsonValue value) {
        if (value instanceof JsonValue.Array values) {
            var texts = new ArrayList<JsonValue>();
            values.getValues().forEach(each -> texts.add(isScalar(each) ? text(each) : each));
            return new JsonValue.Array(texts);
        }
        return isScalar(value) ? text(value) : value;
    }

    private static boolean isScalar(JsonValue value) {
        return value.isNumber() || value.isBoolean();
    }

    private static JsonValue text(JsonValue value) {
        return new JsonValue.StringValue(value.toString());
    }
}
