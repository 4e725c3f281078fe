package dev.treaty.provider.environmentcloner.copy;

import dev.treaty.provider.environmentcloner.databases.QuotedName;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Reads the rows that {@link DatabaseFileWriter} wrote into a database that has the same tables and no rows. */
public record DatabaseFileReader(DataSource target, CopyProgress progress, StopSignal stop, CopyListener listener) {

    private static final int BUFFER = 1 << 16;

    /** The newest migration of the database that was written into a file, e.g. {@code 4}. */
    public static String schemaVersion(Path file) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            require(zip, FileManifest.ENTRY);
            return FileManifest.read(zip).schemaVersion();
        }
    }

    /** Reads the file; keys, indexes, triggers and sequences of the target are as they should be when it returns. */
    public CopyResult read(Path file) throws SQLException, IOException {
        try (var watched = stop.watch(target.getConnection());
                var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            var connection = watched.connection();
            var triggers = Triggers.disable(connection);
            var keys = KeysAndIndexes.drop(connection);
            require(zip, FileManifest.ENTRY);
            var manifest = FileManifest.read(zip);
            var copied = new ArrayList<CopiedTable>();
            for (var table : manifest.tables()) {
                stop.requireGoingOn();
                require(zip, table.entry());
                copied.add(read(zip, table, connection));
            }
            listener.indexing();
            keys.create(connection, stop);
            triggers.restore(connection);
            Sequences.write(manifest.sequences(), connection);
            return new CopyResult(copied, keys.foreignKeys());
        }
    }

    private CopiedTable read(ZipInputStream zip, FileManifest.Table table, Connection connection)
            throws SQLException, IOException {
        var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(insert(table), zip);
        var copied = new CopiedTable(table.name(), rows, 0, 0);
        progress.add(rows, 0);
        progress.addTable();
        listener.copied(copied);
        return copied;
    }

    private static String insert(FileManifest.Table table) {
        return "COPY %s (%s) FROM STDIN".formatted(table.name().quoted(), names(table.columns()));
    }

    private static String names(List<String> columns) {
        return columns.stream().map(QuotedName::of).collect(Collectors.joining(", "));
    }

    private static void require(ZipInputStream zip, String name) throws IOException {
        var entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException("the file has no entry " + name);
        }
    }
}
