package dev.treaty.stubs.cablecast.upload;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.cablecast.resource.ResourceRules;
import dev.treaty.stubs.cablecast.resource.Resources;

/** A reel may name a file that is already in a store. */
public final class ReelRules implements ResourceRules {

    @Override
    public void created(Resources resources, ObjectNode reel) {
        new DigitalFiles(resources).linkByName(reel);
    }
}
