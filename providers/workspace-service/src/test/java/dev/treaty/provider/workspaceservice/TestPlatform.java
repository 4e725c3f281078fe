package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.KeyServer;
import dev.treaty.provider.testing.TestKeys;
import dev.treaty.provider.testing.TestTokens;
import dev.treaty.provider.workspaceservice.workspaces.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The service as tests call it over HTTP: one for all tests of a JVM, which are separated by their users. It trusts the keys that a server
 * beside it publishes in place of auth-service.
 */
final class TestPlatform {

    private static final KeyServer KEYS = new KeyServer(TestTokens.USUAL);
    private static final WorkspaceService SERVICE = WorkspaceService.start(
            ServiceOptions.embedded().withDatabase(WorkspaceDatabases.create()),
            WorkspaceSettings.of(Map.of("JWKS_URL", KEYS.url().toString())),
            TestKeys.inOrder());
    private static final AtomicInteger USERS = new AtomicInteger();

    private TestPlatform() {}

    /** A user whom no other test knows. */
    static TestUser newUser() {
        var id = "usr_" + USERS.incrementAndGet();
        return new TestUser(SERVICE.url(), new Caller(id, Optional.of(id + "@example.org")));
    }

    static WorkspaceService service() {
        return SERVICE;
    }
}
