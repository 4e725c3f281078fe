package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.TestKeys;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The service as tests call it over HTTP: one for all tests of a JVM, which are apart from each other by their users. It
 * trusts the keys of a server beside it, as it does those of auth-service.
 */
final class TestPlatform {

    private static final StateTokens TOKENS = new StateTokens(TestKeys.key(0, "test-key-1"), Configuration.none());
    private static final KeyServer KEYS = new KeyServer(TOKENS.publicKeys());
    private static final WorkspaceService SERVICE = WorkspaceService.start(
            ServiceOptions.embedded().withDatabase(WorkspaceDatabases.create()),
            Configuration.of(Map.of("JWKS_URL", KEYS.url().toString())));
    private static final AtomicInteger USERS = new AtomicInteger();

    private TestPlatform() {}

    /** Somebody whom no other test knows. */
    static TestUser newUser() {
        var id = "usr_" + USERS.incrementAndGet();
        return new TestUser(SERVICE.url(), TOKENS, new Caller(id, Optional.of(id + "@example.org")));
    }

    static WorkspaceService service() {
        return SERVICE;
    }
}
