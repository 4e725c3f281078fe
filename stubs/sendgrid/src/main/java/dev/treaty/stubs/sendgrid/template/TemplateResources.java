package dev.treaty.stubs.sendgrid.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.sendgrid.api.RequestBody;
import dev.treaty.stubs.sendgrid.api.Responses;
import dev.treaty.stubs.sendgrid.api.SendGridError;
import dev.treaty.stubs.sendgrid.api.SendGridFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Creates, lists, changes and deletes templates. */
public final class TemplateResources implements SendGridFeature {

    private static final String PATH = "/v3/templates";
    private static final String TEMPLATE = PATH + "/{template_id}";
    private static final int LONGEST_NAME = 100;
    private static final int LARGEST_PAGE = 200;
    private static final Set<String> GENERATIONS = Set.of("legacy", "dynamic");

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST " + PATH, TemplateResources::create)
                .add("GET " + PATH, TemplateResources::list)
                .add("POST " + TEMPLATE, TemplateResources::duplicate)
                .add("GET " + TEMPLATE, exchange -> Responses.ok(Templates.required(exchange)))
                .add("PATCH " + TEMPLATE, TemplateResources::update)
                .add("DELETE " + TEMPLATE, TemplateResources::delete);
    }

    private static StubResponse create(Exchange exchange) {
        var body = RequestBody.object(exchange);
        var name = RequestBody.text(body, "name", LONGEST_NAME);
        var generation = body.path("generation").asText("legacy");
        requireGeneration(generation);
        var isDynamic = generation.equals("dynamic");
        return Responses.created(new Templates(exchange.world()).create(Templates.newId(isDynamic), name));
    }

    private static void requireGeneration(String generation) {
        if (!GENERATIONS.contains(generation)) {
            throw SendGridError.badRequest(
                    "generation", "generation must be legacy or dynamic, not \"" + generation + "\"");
        }
    }

    private static StubResponse list(Exchange exchange) {
        var query = exchange.request().queryParameters();
        var generations = Arrays.asList(
                query.getOrDefault("generations", List.of("legacy")).get(0).split(",", -1));
        generations.forEach(TemplateResources::requireGeneration);
        var size = query.getOrDefault("page_size", List.of(String.valueOf(LARGEST_PAGE)))
                .get(0);
        if (!size.matches("\\d{1,3}") || Integer.parseInt(size) < 1 || Integer.parseInt(size) > LARGEST_PAGE) {
            throw SendGridError.badRequest("page_size", "page_size must be between 1 and 200");
        }
        return Responses.ok(page(
                exchange,
                generations,
                Integer.parseInt(size),
                query.getOrDefault("page_token", List.of("0")).get(0)));
    }

    private static ObjectNode page(Exchange exchange, List<String> generations, int size, String token) {
        var first = token.matches("\\d{1,9}") ? Integer.parseInt(token) : 0;
        var page = Json.object();
        var result = page.putArray("result");
        var count = 0;
        for (var template : new Templates(exchange.world()).newestFirst()) {
            if (generations.contains(template.path("generation").asText())) {
                if (count >= first && result.size() < size) {
                    result.add(withoutContent(template));
                }
                count++;
            }
        }
        var url = exchange.request().baseUrl() + PATH + "?generations=" + String.join(",", generations) + "&page_size="
                + size + "&page_token=";
        var metadata = page.putObject("_metadata").put("self", url + first).put("count", count);
        if (first + size < count) {
            metadata.put("next", url + (first + size));
        }
        return page;
    }

    /** A list shows no content of versions. */
    private static ObjectNode withoutContent(ObjectNode template) {
        for (var version : template.path(Templates.VERSIONS)) {
            ((ObjectNode) version).remove(List.of("html_content", "plain_content", "test_data"));
        }
        return template;
    }

    private static StubResponse duplicate(Exchange exchange) {
        var original = Templates.required(exchange);
        var body = RequestBody.object(exchange);
        var name = body.has("name")
                ? RequestBody.text(body, "name", LONGEST_NAME)
                : original.path("name").asText();
        var isDynamic = original.path("generation").asText().equals("dynamic");
        var templates = new Templates(exchange.world());
        var copy = templates.create(Templates.newId(isDynamic), name);
        ((ArrayNode) copy.path(Templates.VERSIONS)).addAll((ArrayNode) original.path(Templates.VERSIONS));
        copy.path(Templates.VERSIONS)
                .forEach(version -> ((ObjectNode) version)
                        .put("template_id", copy.path("id").asText()));
        templates.put(copy);
        return Responses.created(copy);
    }

    private static StubResponse update(Exchange exchange) {
        var template = Templates.required(exchange);
        template.put("name", RequestBody.text(RequestBody.object(exchange), "name", LONGEST_NAME));
        new Templates(exchange.world()).put(template);
        return Responses.ok(template);
    }

    private static StubResponse delete(Exchange exchange) {
        new Templates(exchange.world())
                .remove(Templates.required(exchange).path("id").asText());
        return Responses.noContent();
    }

    @Override
    public boolean seed(World world, String state, ObjectNode parameters) {
        if (!state.equals("a dynamic template exists")) {
            return false;
        }
        var templates = new Templates(world);
        var template = templates.create(parameters.path("id").asText(Templates.newId(true)), "Welcome");
        TemplateVersions.add(
                templates,
                template,
                Json.object()
                        .put("name", "First")
                        .put("subject", "Welcome, {{name}}")
                        .put("html_content", "<p>Welcome, {{name}}!</p>")
                        .put("plain_content", "Welcome, {{name}}!"));
        return true;
    }
}
