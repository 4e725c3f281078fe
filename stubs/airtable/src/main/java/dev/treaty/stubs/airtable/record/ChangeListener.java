package dev.treaty.stubs.airtable.record;

import dev.treaty.stubs.vendor.world.World;
import java.util.Collection;

/** Who is told of changes. */
@FunctionalInterface
public interface ChangeListener {

    /** All that one request has changed in a base. */
    void changed(World world, String base, Collection<RecordChange> changes);
}
