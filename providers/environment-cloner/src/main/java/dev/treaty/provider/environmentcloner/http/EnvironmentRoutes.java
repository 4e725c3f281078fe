package dev.treaty.provider.environmentcloner.http;

import static dev.treaty.provider.environmentcloner.http.ProblemDocuments.refusing;

import dev.treaty.provider.environmentcloner.inventory.Environments;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** {@code /environments}: what can be cloned, and into what. */
public final class EnvironmentRoutes {

    private final Environments environments;
    private final CallerAuthentication authentication;

    public EnvironmentRoutes(Environments environments, CallerAuthentication authentication) {
        this.environments = environments;
        this.authentication = authentication;
    }

    /** Adds the routes. */
    public void configure(RoutesConfig routes) {
        routes.get("/environments", refusing(this::list));
        routes.get("/environments/{id}", refusing(this::get));
        routes.post("/environments/{id}/checks", refusing(this::check));
    }

    private void list(Context context) {
        authentication.viewer(context);
        context.json(Resources.page(
                environments.list().stream().map(Resources::environment).toList()));
    }

    private void get(Context context) {
        authentication.viewer(context);
        context.json(Resources.environment(environments.find(context.pathParam("id"))));
    }

    private void check(Context context) {
        authentication.viewer(context);
        context.json(Resources.check(environments.check(context.pathParam("id"))));
    }
}
