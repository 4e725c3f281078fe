package dev.treaty.stubs.mcp.contracts;

import au.com.dius.pact.core.model.IHttpPart;
import au.com.dius.pact.core.model.IRequest;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.MessageInteraction;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where an interaction mentions a field: in a body, a query, a form, or a header. */
final class FieldPaths {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String field;
    private final Set<String> places = new LinkedHashSet<>();

    /** @param field its name, or the end of its path, e.g. {@code "amount"}, {@code "charges.data.id"}, {@code "$.id"} */
    private FieldPaths(String field) {
        this.field = plain(field);
    }

    /** The places, e.g. {@code "response $.charges.data[0].id"}; none if it does not mention the field. */
    static List<String> in(ReplayedInteraction interaction, String field) {
        var paths = new FieldPaths(field);
        if (interaction instanceof HttpInteraction http) {
            paths.addRequest(http.expected());
            paths.addPart("response", http.example());
        } else {
            paths.addMessage((MessageInteraction) interaction);
        }
        return List.copyOf(paths.places);
    }

    private void addRequest(IRequest request) {
        addNames("request query ", request.getQuery().keySet());
        addPart("request", request);
    }

    private void addPart(String name, IHttpPart part) {
        addNames(name + " header ", part.getHeaders().keySet());
        if (part.getBody().isPresent()) {
            addBody(name, part.getBody().valueAsString());
        }
    }

    private void addMessage(MessageInteraction interaction) {
        var message = interaction.generate();
        addNames("message metadata ", message.metadata().keySet());
        addBody("message", new String(message.contents(), StandardCharsets.UTF_8));
    }

    private void addNames(String place, Collection<String> names) {
        names.stream().filter(name -> name.equalsIgnoreCase(field)).forEach(name -> places.add(place + name));
    }

    private void addBody(String part, String body) {
        try {
            addJson(part, "$", JSON.readTree(body));
        } catch (JacksonException e) {
            addForm(part, body);
        }
    }

    private void addJson(String part, String path, JsonNode json) {
        if (isMeant(path)) {
            places.add(part + " " + path);
        }
        json.properties().forEach(member -> addJson(part, path + "." + member.getKey(), member.getValue()));
        if (json.isArray() && !json.isEmpty()) {
            json.forEach(element -> addJson(part, path + "[*]", element));
        }
    }

    /** As HTML forms are sent: {@code amount=2000&metadata[order]=42}. */
    private void addForm(String part, String body) {
        var names = new ArrayList<String>();
        for (var pair : body.split("&", -1)) {
            var end = pair.indexOf('=');
            if (end > 0) {
                names.add(pair.substring(0, end).replace("%5B", "[").replace("%5D", "]"));
            }
        }
        names.stream()
                .filter(name -> isMeant(name) || isMeant(name.replace("[", ".").replace("]", "")))
                .forEach(name -> places.add(part + " form field " + name));
    }

    private boolean isMeant(String path) {
        var plain = plain(path);
        return plain.equals(field) || plain.endsWith("." + field);
    }

    private static String plain(String path) {
        return path.replaceAll("\\[(\\*|\\d+)]", "").replaceFirst("^\\$\\.?", "");
    }
}
