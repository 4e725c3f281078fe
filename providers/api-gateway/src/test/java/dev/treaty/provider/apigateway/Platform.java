package dev.treaty.provider.apigateway;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The three packaged services, each a process of its own, as an operator would run them side by side. */
final class Platform implements AutoCloseable {

    private final ServiceJar auth;
    private final ServiceJar workspaces;
    private final ServiceJar gateway;

    private Platform(ServiceJar auth, ServiceJar workspaces, ServiceJar gateway) {
        this.auth = auth;
        this.workspaces = workspaces;
        this.gateway = gateway;
    }

    /** @param gatewaySettings environment variables of the gateway besides the addresses of its services */
    static Platform start(Map<String, String> gatewaySettings) throws IOException {
        var auth = ServiceJar.start("auth-service", "platform-auth-service", Map.of());
        var keys = auth.url() + "/.well-known/jwks.json";
        var workspaces = ServiceJar.start("workspace-service", "platform-workspace-service", Map.of("JWKS_URL", keys));
        var settings = new HashMap<>(gatewaySettings);
        // What is tried is not how long callers are willing to wait on a busy machine.
        settings.put("CALL_TIMEOUT_MILLISECONDS", "30000");
        settings.put("AUTH_SERVICE_URL", auth.url().toString());
        settings.put("WORKSPACE_SERVICE_URL", workspaces.url().toString());
        return new Platform(auth, workspaces, ServiceJar.start("api-gateway", "platform-api-gateway", settings));
    }

    URI url() {
        return gateway.url();
    }

    ServiceJar auth() {
        return auth;
    }

    ServiceJar workspaces() {
        return workspaces;
    }

    ServiceJar gateway() {
        return gateway;
    }

    /** What all of them said so far. */
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
