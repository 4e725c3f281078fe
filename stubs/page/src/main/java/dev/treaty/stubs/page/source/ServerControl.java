package dev.treaty.stubs.page.source;

import java.util.List;
import java.util.SortedMap;

/** What is set at the moment, and can be changed while the server runs. */
public interface ServerControl {

    /** The fault of each provider that has one, in words, e.g. {@code "delay 500ms, status 503"}. */
    SortedMap<String, String> faults();

    /** How many rules the chaos profile has; 0 if there is none. */
    int chaosRules();

    /** Whether the chaos profile applies. */
    boolean isChaosOn();

    /** The accounts of the providers whose replays have state. */
    List<ReplayWorld> worlds();
}
