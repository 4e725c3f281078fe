package dev.treaty.provider.environmentcloner.bench;

import dev.treaty.provider.environmentcloner.anonymise.AnonymisationProfile;
import dev.treaty.provider.environmentcloner.anonymise.Anonymiser;
import dev.treaty.provider.environmentcloner.copy.Catalogue;
import dev.treaty.provider.environmentcloner.copy.CopyListener;
import dev.treaty.provider.environmentcloner.copy.CopyProgress;
import dev.treaty.provider.environmentcloner.copy.DatabaseCopy;
import dev.treaty.provider.environmentcloner.copy.SourceSnapshot;
import dev.treaty.provider.environmentcloner.copy.StopSignal;
import dev.treaty.provider.environmentcloner.originals.Originals;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A copy as the cloner makes it.
 *
 * @param profile empty to keep everything
 */
record EngineCopy(Optional<AnonymisationProfile> profile, int connections) {

    private static final int SECRET_BYTES = 32;

    /** Returns when all rows are there, and PostgreSQL has proven all keys. */
    void copy(DataSource from, DataSource to, int rows) throws SQLException, IOException, InterruptedException {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        var folder = Files.createTempDirectory("bench-originals");
        try (var snapshot = SourceSnapshot.take(from);
                var originals = Originals.create(folder, secret, 2L * rows)) {
            new DatabaseCopy(
                            snapshot,
                            to,
                            profile.map(rules -> new Anonymiser(rules, secret, originals))
                                    .orElse(null),
                            Map.of(),
                            connections,
                            new CopyProgress(),
                            new StopSignal(),
                            CopyListener.NONE)
                    .run(Catalogue.tables(snapshot.connection()));
        }
    }
}
