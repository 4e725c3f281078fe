package dev.treaty.pacts.broker.command;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pact files of two consumers in a folder: api-gateway with auth-service and workspace-service, and web-app with api-gateway. */
record ExamplePacts(Path folder) {

    static ExamplePacts in(Path folder) throws IOException {
        var pacts = new ExamplePacts(folder);
        pacts.write("api-gateway", "auth-service", 201);
        pacts.write("api-gateway", "workspace-service", 200);
        pacts.write("web-app", "api-gateway", 200);
        return pacts;
    }

    /** Writes a contract with one interaction, whose response has this status. */
    Path write(String consumer, String provider, int status) throws IOException {
        return Files.writeString(
                folder.resolve("%s-%s.json".formatted(consumer, provider)),
                pact(
                        consumer,
                        provider,
                        http(
                                "a request to rename a workspace",
                                "[{\"name\": \"a workspace exists\", \"params\": {\"id\": \"ws_42\"}}]",
                                "{\"method\": \"PATCH\", \"path\": \"/workspaces/ws_42\"}",
                                "{\"status\": %d}".formatted(status))));
    }

    void delete(String consumer, String provider) throws IOException {
        Files.delete(folder.resolve("%s-%s.json".formatted(consumer, provider)));
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
