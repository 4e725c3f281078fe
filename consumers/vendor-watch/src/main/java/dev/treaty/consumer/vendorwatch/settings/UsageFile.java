package dev.treaty.consumer.vendorwatch.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What applications used of the vendors, as they count it themselves: a line {@code time,vendor,item,number} each, e.g.
 * {@code 2026-12-01T09:30:00Z,twilio,sms,120}. Applications append to it; the watch only reads it.
 */
public final class UsageFile {

    private static final int COLUMNS = 4;

    private final Optional<Path> file;

    /** @param file empty if nobody counts */
    public UsageFile(Optional<Path> file) {
        this.file = file;
    }

    /**
     * How many of each item were used in a month.
     *
     * @throws InvalidSettings if a line cannot be read, because a cost that is not counted would be a silent one
     */
    public Map<String, Long> used(String vendor, YearMonth month) {
        var used = new HashMap<String, Long>();
        if (file.isEmpty() || !Files.exists(file.get())) {
            return used;
        }
        try (var lines = Files.newBufferedReader(file.get())) {
            var number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    add(line, number, vendor, month, used);
                }
            }
            return used;
        } catch (IOException e) {
            throw new InvalidSettings(
                    "What was used cannot be read.",
                    file.get() + " (" + e.getClass().getSimpleName() + ")",
                    "check who may read the file",
                    e);
        }
    }

    private void add(String line, int number, String vendor, YearMonth month, Map<String, Long> used) {
        var columns = line.split(",", -1);
        try {
            if (columns.length != COLUMNS) {
                throw new IllegalArgumentException("not four columns");
            }
            var time = Instant.parse(columns[0].strip());
            var count = Long.parseLong(columns[3].strip());
            if (columns[1].strip().equals(vendor)
                    && YearMonth.from(time.atZone(ZoneOffset.UTC)).equals(month)) {
                used.merge(columns[2].strip(), count, Long::sum);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new InvalidSettings(
                    "A line does not say what was used.",
                    "%s:%d".formatted(file.map(Path::toString).orElse(""), number),
                    "write it like 2026-12-01T09:30:00Z,twilio,sms,120",
                    e);
        }
    }
}
