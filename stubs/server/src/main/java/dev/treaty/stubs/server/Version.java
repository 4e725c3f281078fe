package dev.treaty.stubs.server;

import picocli.CommandLine.IVersionProvider;

/** The version of the running jar, from its manifest. */
final class Version implements IVersionProvider {

    /** The name of the command and its version, e.g. {@code "treaty 1.0-SNAPSHOT"}. */
    static String text() {
        var version = Version.class.getPackage().getImplementationVersion();
        return "treaty " + (version == null ? "(unpackaged)" : version);
    }

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }
}
