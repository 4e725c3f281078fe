package dev.treaty.provider.environmentcloner.cloner;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.service.database.Database;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Databases of the service itself, open, which one test after the other uses: to create, to migrate and to open one takes longer than most tests.
 */
final class ServiceDatabases {

    private static final String EMPTY = """
            DO $$BEGIN
                EXECUTE (SELECT 'TRUNCATE ' || string_agg(format('%I', tablename), ', ') || ' RESTART IDENTITY'
                           FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history');
            END$$
            """;

    private static final Queue<Database> FREE = new ConcurrentLinkedQueue<>();

    private ServiceDatabases() {}

    /** One without rows. */
    static Database take() {
        var free = FREE.poll();
        return free == null ? Database.open("environment-cloner", Optional.of(LoftsDatabases.ofService())) : free;
    }

    /** Lets others have one that nothing uses any longer; its tables must be as they were. */
    static void giveBack(Database database) {
        database.jdbi().useHandle(handle -> handle.execute(EMPTY));
        FREE.add(database);
    }
}
