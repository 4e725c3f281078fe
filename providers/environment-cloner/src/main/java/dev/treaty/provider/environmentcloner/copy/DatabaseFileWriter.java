package dev.treaty.provider.environmentcloner.copy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Writes the rows of a database into a file: a ZIP archive with an entry for each table, in the text format of {@code COPY}. The schema is not in it,
 * because the application's migrations make it.
 *
 * @param schemaVersion the newest migration of the database, e.g. {@code 4}
 */
public record DatabaseFileWriter(DataSource database, String schemaVersion, StopSignal stop) {

    private static final int BUFFER = 1 << 16;

    /** Writes the file, which has its name only when it is complete and on the disk. */
    public void write(Path file) throws SQLException, IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (var snapshot = SourceSnapshot.take(database);
                var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished), BUFFER))) {
            zip.setLevel(Deflater.BEST_SPEED);
            var tables = Catalogue.tables(snapshot.connection());
            zip.putNextEntry(new ZipEntry(FileManifest.ENTRY));
            manifest(snapshot, tables).write(zip);
            zip.closeEntry();
            var copies = snapshot.connection().unwrap(PGConnection.class).getCopyAPI();
            for (var table : tables) {
                stop.requireGoingOn();
                zip.putNextEntry(new ZipEntry(table(table).entry()));
                copies.copyOut(new TableCopy(table, null).select(), zip);
                zip.closeEntry();
            }
        } catch (SQLException | IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private FileManifest manifest(SourceSnapshot snapshot, List<TableLayout> tables) throws SQLException {
        return new FileManifest(
                schemaVersion,
                tables.stream().map(DatabaseFileWriter::table).toList(),
                Sequences.read(snapshot.connection()));
    }

    private static FileManifest.Table table(TableLayout table) {
        return new FileManifest.Table(
                table.name().schema(),
                table.name().table(),
                table.columns().stream().map(column -> column.name().column()).toList());
    }
}
