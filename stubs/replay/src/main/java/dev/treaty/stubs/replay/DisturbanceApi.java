package dev.treaty.stubs.replay;

import static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.responseDefinition;
import static com.github.tomakehurst.wiremock.http.RequestMethod.DELETE;
import static com.github.tomakehurst.wiremock.http.RequestMethod.GET;
import static com.github.tomakehurst.wiremock.http.RequestMethod.PUT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Disturbs a provider by the admin API: {@code PUT /__admin/disturbances/stripe} with {@code {"delay": "500ms", "status": 503,
 * "fault": "reset"}}, any of them; {@code DELETE} ends it, {@code GET /__admin/disturbances} tells.
 */
final class DisturbanceApi implements AdminApiExtension {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Disturbances disturbances;
    private final Supplier<Collection<String>> providers;

    DisturbanceApi(Disturbances disturbances, Supplier<Collection<String>> providers) {
        this.disturbances = disturbances;
        this.providers = providers;
    }

    @Override
    public String getName() {
        return "disturbances";
    }

    @Override
    public void contributeAdminApiRoutes(Router router) {
        router.add(GET, "/disturbances", (admin, event, path) -> all());
        router.add(DELETE, "/disturbances", (admin, event, path) -> {
            disturbances.clear();
            return all();
        });
        router.add(
                PUT,
                "/disturbances/{provider}",
                (admin, event, path) -> set(
                        String.valueOf(path.get("provider")), event.getRequest().getBodyAsString()));
        router.add(DELETE, "/disturbances/{provider}", (admin, event, path) -> {
            disturbances.set(String.valueOf(path.get("provider")), Disturbance.NONE);
            return all();
        });
    }

    private ResponseDefinition set(String provider, String body) {
        if (!providers.get().contains(provider)) {
            return refused(
                    "No contract is with a provider \"%s\".".formatted(provider),
                    "the last segment of the path",
                    "one of " + providers.get());
        }
        try {
            disturbances.set(provider, JSON.readValue(body, Disturbance.class));
            return all();
        } catch (JsonProcessingException e) {
            var reason = e.getCause() instanceof IllegalArgumentException wrong ? wrong : e;
            return refused(
                    "What is to go wrong cannot be read: %s."
                            .formatted(String.valueOf(reason.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")),
                    "the body",
                    "send e.g. {\"delay\": \"500ms\", \"status\": 503} or {\"fault\": \"reset\"}");
        }
    }

    private ResponseDefinition all() {
        try {
            return responseDefinition()
                    .withStatus(200)
                    .withHeader("Content-Type", "application/json")
                    .withBody(JSON.writeValueAsString(disturbances.byProvider()))
                    .build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Text and numbers are always JSON", e);
        }
    }

    private static ResponseDefinition refused(String what, String where, String fix) {
        return Problem.badDisturbance("%s%n  where: %s%n  fix:   %s".formatted(what, where, fix))
                .toAnswer();
    }
}
