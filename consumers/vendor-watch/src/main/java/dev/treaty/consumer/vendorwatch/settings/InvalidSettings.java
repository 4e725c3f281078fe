package dev.treaty.consumer.vendorwatch.settings;

import dev.treaty.pacts.errors.TreatyException;
import org.jspecify.annotations.Nullable;

/** A file that the watch needs cannot be used. Nothing was asked. */
public final class InvalidSettings extends TreatyException {

    public InvalidSettings(String what, String where, String fix) {
        this(what, where, fix, null);
    }

    InvalidSettings(String what, String where, String fix, @Nullable Throwable cause) {
        super(what, where, fix, cause);
    }
}
