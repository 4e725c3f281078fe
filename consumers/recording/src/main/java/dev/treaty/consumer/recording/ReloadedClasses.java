package dev.treaty.consumer.recording;

import java.io.File;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Loads the classes of a module again, so that what they computed once, in a static field, is computed again. Everything
 * that comes in jars stays as it is: loading pact-jvm and the vendors' SDKs again would cost more than the tests do.
 */
final class ReloadedClasses extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    /** The classes of the directories on the class path: with Maven, those of the module under test. */
    ReloadedClasses() {
        super(directories(), ReloadedClasses.class.getClassLoader());
    }

    private static URL[] directories() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isDirectory)
                .map(ReloadedClasses::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path directory) {
        try {
            return directory.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            var isOfTheModule = findResource(name.replace('.', '/') + ".class") != null;
            return isOfTheModule ? findClass(name) : super.loadClass(name, resolve);
        }
    }
}
