package dev.treaty.provider.threatintelligence.sources;

import dev.treaty.provider.service.outbox.Outbox;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The API keys of the sources, which have to be replaced before they expire. */
public final class SourceKeys {

    private static final Period NOTICE = Period.ofDays(14);

    private final Jdbi jdbi;
    private final Clock clock;

    public SourceKeys(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Announces each key that expires within two weeks, once.
     *
     * @param keysExpire the last day of each key
     */
    public void announce(Map<SourceName, LocalDate> keysExpire) {
        var soon = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plus(NOTICE);
        keysExpire.forEach((source, day) -> {
            if (!day.isAfter(soon)) {
                announce(source, day);
            }
        });
    }

    private void announce(SourceName source, LocalDate day) {
        jdbi.useTransaction(handle -> {
            var isNew = handle.createUpdate("""
                                    UPDATE source SET key_announced = :day
                                    WHERE name = :source AND key_announced IS DISTINCT FROM :day""")
                            .bind("source", source.value())
                            .bind("day", day)
                            .execute()
                    == 1;
            if (isNew) {
                var data = Map.of("source", source.value(), "expiresOn", day.toString());
                Outbox.append(handle, ServiceEvent.about(source.value(), "source.key-expires", data, clock.instant()));
            }
        });
    }
}
