package dev.treaty.stubs.mcp.contracts;

import au.com.dius.pact.core.model.IHttpPart;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.generators.Generators;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.stubs.matching.interaction.AcceptedValues;
import dev.treaty.stubs.matching.interaction.GeneratorFailure;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.MessageInteraction;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.mcp.tool.BoundedText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An interaction as HTTP, with what else its matching rules accept. */
final class InteractionText {

    private static final int LONGEST_BODY = 6_000;
    private static final String DIFFERENCES = "\nWhat may differ from the example:\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    private InteractionText() {}

    /** The whole interaction. */
    static String of(ReplayedInteraction interaction) {
        var origin = interaction.origin();
        return InteractionLine.of(interaction)
                + "    in %s\n\n".formatted(origin.fileName())
                + (interaction instanceof HttpInteraction http
                        ? http(http)
                        : message((MessageInteraction) interaction));
    }

    private static String http(HttpInteraction interaction) {
        var request = interaction.expected();
        return "Request:\n\n%s %s%s\n%s"
                        .formatted(request.getMethod(), request.getPath(), query(request.getQuery()), part(request))
                + accepted(
                        "The request must be so; further headers may be sent, further members of a body may not.",
                        request)
                + "\nResponse:\n\n"
                + response(interaction)
                + accepted(
                        "The provider must respond so; further headers and members may be there.",
                        interaction.example());
    }

    /** The status, headers and body of the example. */
    static String response(HttpInteraction interaction) {
        return interaction.example().getStatus() + "\n" + part(interaction.example());
    }

    private static String part(IHttpPart part) {
        var headers = new TreeMap<String, List<String>>(part.getHeaders())
                .entrySet().stream()
                        .map(header -> "%s: %s\n"
                                .formatted(
                                        header.getKey(),
                                        HiddenSecrets.in(header.getKey(), String.join(", ", header.getValue()))))
                        .collect(Collectors.joining());
        return headers
                + (part.getBody().isPresent() ? "\n" + body(part.getBody().valueAsString()) + "\n" : "");
    }

    private static String query(Map<String, List<@Nullable String>> query) {
        return query.isEmpty()
                ? ""
                : "?"
                        + new TreeMap<>(query)
                                .entrySet().stream()
                                        .flatMap(parameter -> parameter.getValue().stream()
                                                .map(value -> parameter.getKey() + "="
                                                        + HiddenSecrets.in(parameter.getKey(), String.valueOf(value))))
                                        .collect(Collectors.joining("&"));
    }

    private static String accepted(String otherwise, IHttpPart part) {
        var rules = lines(part.getMatchingRules());
        var generated = generated(part.getGenerators());
        return "\n" + otherwise + "\n"
                + (rules.isEmpty() ? "" : DIFFERENCES + HiddenSecrets.in(rules))
                + (generated.isEmpty() ? "" : "Generated anew for each response: " + generated + "\n");
    }

    private static String lines(MatchingRules rules) {
        return AcceptedValues.of(rules).stream()
                .map(accepted -> "  %s: %s\n".formatted(accepted.place(), accepted.words()))
                .collect(Collectors.joining());
    }

    private static String generated(Generators generators) {
        var places = new TreeSet<String>();
        generators
                .getCategories()
                .forEach((category, byPlace) -> byPlace.keySet()
                        .forEach(
                                place -> places.add((category.name().toLowerCase(Locale.ROOT) + " " + place).strip())));
        return String.join(", ", places);
    }

    private static String message(MessageInteraction interaction) {
        try {
            var message = interaction.generate();
            return "Message of type %s, metadata %s:\n\n%s\n"
                            .formatted(
                                    message.contentType(),
                                    HiddenSecrets.in(String.valueOf(message.metadata())),
                                    body(new String(message.contents(), StandardCharsets.UTF_8)))
                    + accepted(interaction.origin().interaction());
        } catch (GeneratorFailure e) {
            return "Its message cannot be made: %s\n".formatted(e.getMessage());
        }
    }

    private static String accepted(V4Interaction interaction) {
        var rules = interaction instanceof V4Interaction.AsynchronousMessage message
                ? lines(message.getContents().getMatchingRules())
                : "";
        return rules.isEmpty() ? "" : DIFFERENCES + HiddenSecrets.in(rules);
    }

    private static String body(String text) {
        return BoundedText.of(HiddenSecrets.in(indented(text)), LONGEST_BODY);
    }

    private static String indented(String text) {
        try {
            var json = JSON.readTree(text);
            return json.isContainerNode() ? json.toPrettyString() : text;
        } catch (JacksonException e) {
            return text; // not JSON
        }
    }
}
