package dev.treaty.provider.workspaceservice;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.service.tokens.TokenPolicy;
import dev.treaty.provider.testing.TestKeys;
import java.net.URI;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class StartTest {

    /** Whatever fails after the database was opened: here a setting that nobody should be able to make. */
    @Test
    @SuppressWarnings({"NullAway", "NullOptional"})
    void a_service_that_does_not_start_leaves_no_connection_to_its_database_open() {
        var url = WorkspaceDatabases.create();
        var unusable =
                new WorkspaceSettings(Optional.of(URI.create("http://127.0.0.1:1/")), TokenPolicy.PLATFORM, null, 1);

        assertThatThrownBy(() -> WorkspaceService.start(
                        ServiceOptions.embedded().withDatabase(url), unusable, TestKeys.inOrder()))
                .isInstanceOf(NullPointerException.class);

        var observer = Jdbi.create(url);
        await().until(() -> othersConnected(observer) == 0);
    }

    private static long othersConnected(Jdbi observer) {
        return observer.withHandle(
                handle -> handle.createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid()""").mapTo(Long.class).one());
    }
}
