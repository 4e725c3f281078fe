package dev.treaty.stubs.server.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs a pipeline's scripts in bash, in a checkout with one contract. Maven and GitHub's command line only note how they are called;
 * everything else is real.
 */
final class PipelineShell {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final String CONTRACT = "web-app-api-gateway.json";

    private final Path checkout;
    private final Path tools;
    private final Path calls;
    private final String commit;
    private final Map<String, String> variables = new TreeMap<>();

    PipelineShell(Path folder) throws IOException, InterruptedException {
        checkout = Files.createDirectories(folder.resolve("checkout"));
        calls = Files.createFile(folder.resolve("calls"));
        tools = Files.createDirectories(folder.resolve("tools"));
        tool("mvn", "echo \"mvn $*\" >> '%s'".formatted(calls));
        tool("gh", "echo \"gh $*\" >> '%s'".formatted(calls));
        tool("java", """
                case "$1 $2" in "-jar treaty.jar" | "-jar stubs/server/target/treaty.jar") ;; *) exit 3 ;; esac
                shift 2
                exec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar '%s' "$@"
                """.formatted(System.getProperty("java.home"), ROOT.resolve("stubs/server/target/treaty.jar")));
        set("PATH", tools + File.pathSeparator + System.getenv("PATH"));
        set("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
        commit = commit();
    }

    private void tool(String name, String script) throws IOException {
        var file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    /** Makes one contract the only commit of a repository. */
    private String commit() throws IOException, InterruptedException {
        var pacts = Files.createDirectories(checkout.resolve("pacts"));
        Files.copy(ROOT.resolve("pacts").resolve(CONTRACT), pacts.resolve(CONTRACT));
        var run = run("""
                export GIT_CONFIG_GLOBAL=/dev/null
                git init -q -b main
                git add pacts
                git -c user.name=test -c user.email=test@example.com commit -q -m 'Record contracts'
                git rev-parse HEAD""");
        if (run.exitCode() != 0) {
            throw new IOException(run.output());
        }
        return run.output().strip();
    }

    /** The commit that is checked out. */
    String head() {
        return commit;
    }

    /** Sets a variable of the environment of all scripts from now on. */
    PipelineShell set(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Runs one script after the other, as long as none fails. */
    ScriptRun run(Stream<String> scripts) throws IOException, InterruptedException {
        var run = new ScriptRun(0, "");
        for (var script : scripts.toList()) {
            run = run(script);
            if (run.exitCode() != 0) {
                return run;
            }
        }
        return run;
    }

    private ScriptRun run(String script) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
                .directory(checkout.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(variables);
        var process = builder.start();
        process.getOutputStream().close();
        try (var output = process.getInputStream()) {
            var text = new String(output.readAllBytes(), UTF_8);
            return new ScriptRun(process.waitFor(), text);
        }
    }

    /** How Maven and GitHub's command line were called, a line each. */
    List<String> calls() throws IOException {
        return Files.readAllLines(calls);
    }

    /** A file that a script wrote. */
    Path file(String name) {
        return checkout.resolve(name);
    }

    /**
     * A script that was run.
     *
     * @param output what it printed, standard output and errors together
     */
    record ScriptRun(int exitCode, String output) {}
}
