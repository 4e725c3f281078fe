package dev.treaty.stubs.server;

import picocli.CommandLine.IVersionProvider;

/** The version of the running jar, from its manifest. */
final class Version implements IVersionProvider {

    static String current() {
        var version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"treaty-stubs " + current()};
    }
}
