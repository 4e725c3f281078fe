package dev.treaty.pacts.files.audit;

import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.files.PactJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds what an interaction says and pact-jvm does not read. */
final class InteractionAudit {

    private static final int V2 = 2;
    private static final int V4 = 4;
    private static final Set<String> ENCODINGS = Set.of("base64", "json");

    private final int version;
    private final boolean inMessages;
    private final List<Loss> losses = new ArrayList<>();

    /** @param inMessages whether it is in the list of messages that V3 has */
    InteractionAudit(int version, boolean inMessages) {
        this.version = version;
        this.inMessages = inMessages;
    }

    List<Loss> losses(JsonValue.Object interaction) {
        members(interaction, "$", KnownMembers.INTERACTION);
        states(interaction);
        var isHttp = version == V4 ? PactJson.text(interaction, "type").equals("Synchronous/HTTP") : !inMessages;
        if (isHttp) {
            description(interaction.get("description"));
            http(interaction);
        } else {
            messages(interaction);
        }
        return losses;
    }

    private void states(JsonValue.Object interaction) {
        var states = interaction.get("providerStates");
        if (version == V2 && states instanceof JsonValue.Array list && list.getSize() > 0) {
            add("$.providerStates", "has \"providerStates\", which V2 does not read", "write one \"providerState\"");
        } else if (version > V2 && !states.isNull() && !states.isArray()) {
            add("$.providerStates", "has states that are not a list, so they are not read", "write a list of objects");
        }
        var state = interaction.get("providerState");
        if (version == V4 && state.isString() && !state.toString().isBlank()) {
            add(
                    "$.providerState",
                    "has a \"providerState\", which V4 does not read",
                    "write \"providerStates\": [{\"name\": …}]");
        }
    }

    private void description(JsonValue description) {
        if (!description.isString() || description.toString().isBlank()) {
            add(
                    "$.description",
                    description.isNull() || description.isString()
                            ? "has no description, so it is named after its request"
                            : "has a description that is not text",
                    "say what is requested, e.g. \"a request for a payment\"");
        }
    }

    private void http(JsonValue.Object interaction) {
        if (interaction.get("request") instanceof JsonValue.Object request) {
            members(request, "$.request", KnownMembers.REQUEST);
            required(request, "$.request", "path", "/");
            required(request, "$.request", "method", "GET");
            method(request.get("method"));
            query(request.get("query"));
            part(request, "$.request");
        } else {
            add("$.request", "has no request, so it is read as GET /", "write the request");
        }
        if (interaction.get("response") instanceof JsonValue.Object response) {
            members(response, "$.response", KnownMembers.RESPONSE);
            status(response.get("status"), response.has("status"));
            losses.addAll(WireAudit.losses(response));
            part(response, "$.response");
        } else {
            add("$.response", "has no response, so it responds with status 200", "write the response");
        }
    }

    private void part(JsonValue.Object part, String place) {
        isObject(part, place, "headers");
        body(part, place, "body");
        losses.addAll(new MediaTypeAudit(place).losses(part, "body"));
        losses.addAll(LeftoverMatchers.in(part.get("body"), place + ".body"));
        losses.addAll(new RulesAudit(place, part, version == V4).losses());
    }

    private void messages(JsonValue.Object interaction) {
        contents(interaction, "$");
        if (interaction.get("request") instanceof JsonValue.Object request) {
            members(request, "$.request", KnownMembers.MESSAGE);
            contents(request, "$.request");
        }
        if (interaction.get("response") instanceof JsonValue.Array responses) {
            for (var i = 0; i < responses.getSize(); i++) {
                if (responses.get(i) instanceof JsonValue.Object response) {
                    members(response, "$.response[" + i + "]", KnownMembers.MESSAGE);
                    contents(response, "$.response[" + i + "]");
                }
            }
        }
    }

    private void contents(JsonValue.Object message, String place) {
        body(message, place, "contents");
        losses.addAll(new MediaTypeAudit(place).losses(message, "contents"));
        losses.addAll(LeftoverMatchers.in(message.get("contents"), place + ".contents"));
        if (version == V4 && message.has("metaData")) {
            add(place + ".metaData", "has \"metaData\", which V4 does not read", "write \"metadata\"");
        }
        losses.addAll(new RulesAudit(place, message, version == V4).losses());
    }

    private void required(JsonValue.Object request, String place, String name, String otherwise) {
        if (request.get(name).isNull()) {
            add(place, "has no %s, so it is read as %s".formatted(name, otherwise), "write the " + name);
        }
    }

    private void method(JsonValue method) {
        if (method.isString() && !WireAudit.isToken(method.toString())) {
            add(
                    "$.request.method",
                    "has the method \"%s\", which no client can send".formatted(method),
                    "write e.g. GET");
        }
    }

    private void isObject(JsonValue.Object part, String place, String name) {
        if (!part.get(name).isNull() && !part.get(name).isObject()) {
            add(
                    place + "." + name,
                    "has %s that are not an object, so they are not read".formatted(name),
                    "write an object");
        }
    }

    private void query(JsonValue query) {
        if (query instanceof JsonValue.Object parameters) {
            parameters.getEntries().forEach((name, value) -> {
                if (value.isNull() || value.isObject() || hasContainers(value)) {
                    add(
                            "$.request.query." + name,
                            "has a query parameter whose value is not text, so it is not read",
                            "write a list of texts");
                }
            });
        } else if (!query.isNull() && !query.isString()) {
            add(
                    "$.request.query",
                    "has a query that is neither an object nor text, so it is not read",
                    "write an object");
        }
    }

    private static boolean hasContainers(JsonValue value) {
        return value instanceof JsonValue.Array values
                && values.getValues().stream().anyMatch(each -> each.isObject() || each.isArray());
    }

    private void status(JsonValue status, boolean isGiven) {
        if (status.isNumber()) {
            if (!isInteger(new BigDecimal(status.toString()))) {
                add(
                        "$.response.status",
                        "has the status %s, which is not read as written".formatted(status),
                        "write a whole number from 200 to 599");
            }
        } else if (isGiven && !status.toString().matches("\\d{1,9}")) {
            add("$.response.status", "has a status that is not a number, so it is read as 200", "write a number");
        }
    }

    /** Whether pact-jvm, which reads an {@code int}, reads this number; so is 200.0. */
    private static boolean isInteger(BigDecimal number) {
        return number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    /** V4 wraps bodies; one that is not wrapped is taken for none, or for text of an unknown type. */
    private void body(JsonValue.Object part, String place, String name) {
        var body = part.get(name);
        var isWrapped = body instanceof JsonValue.Object wrapper && (wrapper.isEmpty() || wrapper.has("content"));
        if (version == V4 && !body.isNull() && !isWrapped) {
            add(
                    place + "." + name,
                    "has a %s in the form of V3, which V4 does not read"
                            .formatted(name.equals("body") ? "body" : "message"),
                    "write \"%s\": {\"contentType\": \"application/json\", \"encoded\": false, \"content\": …}"
                            .formatted(name));
        } else if (body instanceof JsonValue.Object wrapper) {
            encoding(wrapper, place + "." + name);
        }
    }

    private void encoding(JsonValue.Object body, String place) {
        if (body.get("encoded") instanceof JsonValue.StringValue encoded
                && !ENCODINGS.contains(encoded.toString().toLowerCase(Locale.ROOT))) {
            add(
                    place,
                    "has a body encoded as \"%s\", which nobody reads".formatted(encoded),
                    "write false, or \"base64\"");
        }
    }

    private void members(JsonValue.Object object, String place, KnownMembers known) {
        object.getEntries()
                .keySet()
                .forEach(name -> known.check(name).ifPresent(loss -> add(place, loss.what(), loss.fix())));
    }

    private void add(String place, String what, String fix) {
        losses.add(new Loss(place, what, fix));
    }
}
