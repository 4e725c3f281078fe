package dev.treaty.provider.apigateway;

import dev.treaty.provider.testing.ServiceProcess;
import dev.treaty.provider.testing.TestDatabases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The three packaged services, each in its own process, as an operator would run them side by side. */
final class Platform implements AutoCloseable {

    private static final TestDatabases DATABASES = new TestDatabases(EmbeddedPostgres.builder(), unmigrated -> {});

    private final ServiceProcess auth;
    private final ServiceProcess workspaces;
    private final ServiceProcess gateway;

    private Platform(ServiceProcess auth, ServiceProcess workspaces, ServiceProcess gateway) {
        this.auth = auth;
        this.workspaces = workspaces;
        this.gateway = gateway;
    }

    /** @param gatewaySettings the gateway's environment variables besides the addresses of its services */
    static Platform start(Map<String, String> gatewaySettings) throws IOException {
        var auth = ServiceProcess.start(
                "auth-service",
                Map.of("DATABASE_URL", DATABASES.createEmpty(), "ARGON2_MEMORY_KIB", "8", "ARGON2_PASSES", "1"));
        var keys = auth.url() + "/.well-known/jwks.json";
        var workspaces = ServiceProcess.start(
                "workspace-service", Map.of("JWKS_URL", keys, "DATABASE_URL", DATABASES.createEmpty()));
        var settings = new HashMap<>(gatewaySettings);
        // A busy machine must not turn into timeouts, which are not tested here.
        settings.put("CALL_TIMEOUT_MILLISECONDS", "30000");
        settings.put("AUTH_SERVICE_URL", auth.url().toString());
        settings.put("WORKSPACE_SERVICE_URL", workspaces.url().toString());
        return new Platform(auth, workspaces, ServiceProcess.start("api-gateway", settings));
    }

    URI url() {
        return gateway.url();
    }

    ServiceProcess auth() {
        return auth;
    }

    ServiceProcess workspaces() {
        return workspaces;
    }

    ServiceProcess gateway() {
        return gateway;
    }

    /** Everything they have printed so far. */
    String output() {
        return auth.output() + workspaces.output() + gateway.output();
    }

    @Override
    public void close() {
        gateway.close();
        workspaces.close();
        auth.close();
    }
}
