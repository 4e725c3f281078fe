import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Loads javac's plugins, Error Prone and NullAway, once in each build. By default, javac loads them anew for each compilation, and a
 * build has two of them in each module.
 */
public final class SharedPluginLoader extends URLClassLoader {

    private static final Map<List<String>, ClassLoader> LOADERS = new ConcurrentHashMap<>();

    /** Called by javac, which is told of this class with {@code -XDprocloader}. */
    public SharedPluginLoader(URL[] plugins, ClassLoader parent) {
        super(new URL[0], LOADERS.computeIfAbsent(
                Stream.of(plugins).map(URL::toString).toList(), names -> new URLClassLoader(plugins, parent)));
    }

    /** Javac closes this loader after each compilation; the shared one stays open until the build is over. */
    @Override
    public void close() throws IOException {
        super.close();
    }
}
