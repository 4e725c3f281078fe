package dev.treaty.stubs.http.admin;

import java.io.IOException;
import java.io.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a line of JSON for each completed request. */
public final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    private final Writer out;
    private boolean failed;

    /** @param out which is not closed */
    public AccessLog(Writer out) {
        this.out = out;
    }

    void add(AccessLogEntry entry) {
        write(entry.toJson() + "\n");
    }

    private synchronized void write(String line) {
        try {
            out.write(line);
            out.flush();
            failed = false;
        } catch (IOException e) { // no reason to stop answering, and one report is enough
            if (!failed) {
                LOG.error("The access log cannot be written; requests are answered without it", e);
            }
            failed = true;
        }
    }
}
