package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** One PostgreSQL for all tests of a JVM, and in it a database of its own for whoever asks. It ends with the JVM. */
final class Databases {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    /** The address of a new, empty database. */
    static String newUrl() {
        var name = "test_" + NUMBER.incrementAndGet();
        Jdbi.create(SERVER.getPostgresDatabase()).useHandle(handle -> handle.execute("CREATE DATABASE " + name));
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** A new database with the service's tables. */
    static Database open() {
        return Database.open("workspace-service", Optional.of(newUrl()));
    }

    private static EmbeddedPostgres start() {
        try {
            return Database.embedded().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
