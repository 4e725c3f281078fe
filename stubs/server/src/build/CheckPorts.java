import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Checks that the ports are free before {@code mvn -Dserve} builds anything, and names all that are not:
 *
 * <pre>java CheckPorts.java ports.properties MARKER [arguments of serve]</pre>
 *
 * Writes the marker if they are free, and deletes it otherwise. Whatever it does not understand, serve itself reports.
 */
final class CheckPorts {

    private final Map<Integer, String> ports = new TreeMap<>();
    private String bind = "127.0.0.1";

    public static void main(String[] arguments) throws IOException {
        var marker = Path.of(arguments[1]);
        Files.deleteIfExists(marker);
        var check = new CheckPorts();
        check.read(Path.of(arguments[0]), List.of(arguments).subList(2, arguments.length));
        var taken = check.taken();
        if (taken.isEmpty()) {
            Files.createDirectories(marker.getParent());
            Files.writeString(marker, "");
        } else {
            System.err.printf("""
                    Other processes listen on ports that the stub server needs: %s.
                      where: %s
                      fix:   stop them, or run beside them with -Dserve.arguments="--port 0 --own-ports free"
                    """, taken, check.bind);
        }
    }

    private void read(Path table, List<String> arguments) throws IOException {
        var main = option(arguments, "--port", "8080");
        bind = option(arguments, "--bind", bind);
        if (option(arguments, "--own-ports", "fixed").equals("fixed") && !arguments.contains("--pacts")) {
            var rows = new Properties();
            try (var reader = Files.newBufferedReader(table)) {
                rows.load(reader);
            }
            rows.stringPropertyNames().stream()
                    .filter(provider -> arguments.stream().noneMatch(argument -> argument.contains(provider + "=")))
                    .forEach(provider -> add(rows.getProperty(provider), provider));
        }
        add(main, "the main port");
    }

    private static String option(List<String> arguments, String name, String fallback) {
        for (var i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(name + "=")) {
                return arguments.get(i).substring(name.length() + 1);
            }
            if (arguments.get(i).equals(name) && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
        }
        return fallback;
    }

    private void add(String port, String owner) {
        if (port.matches("[1-9]\\d{0,4}")) {
            ports.put(Integer.valueOf(port), owner);
        }
    }

    private String taken() {
        return ports.entrySet().stream()
                .filter(port -> isTaken(port.getKey()))
                .map(port -> port.getKey() + " (" + port.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(bind, port));
            return false;
        } catch (IOException | IllegalArgumentException e) {
            return true;
        }
    }
}
