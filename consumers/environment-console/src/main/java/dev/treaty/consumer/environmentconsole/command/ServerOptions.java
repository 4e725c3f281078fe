package dev.treaty.consumer.environmentconsole.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.consumer.environmentconsole.EnvironmentCloner;
import dev.treaty.consumer.environmentconsole.connection.AccessToken;
import dev.treaty.consumer.environmentconsole.connection.Timeouts;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the service is, and who calls: the options of all commands. */
final class ServerOptions {

    static final String ADDRESS = "ENVIRONMENT_CLONER_URL";
    static final String TOKEN = "ENVIRONMENT_CLONER_TOKEN";

    @Option(
            names = "--server",
            paramLabel = "URL",
            order = 90,
            description = "The address of the environment cloner. Default: " + ADDRESS + " in the environment.")
    private @Nullable String server;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            order = 91,
            description = "A file with the access token and nothing else. Default: the token is " + TOKEN
                    + " in the environment.")
    private @Nullable Path tokenFile;

    @Option(names = "--token", hidden = true)
    private @Nullable String tokenOnCommandLine;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 92,
            description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    /**
     * The service that they name.
     *
     * @throws InvalidSettings if they name none, or none that can be called
     */
    EnvironmentCloner cloner() {
        var environment = System.getenv();
        return new EnvironmentCloner(address(environment), token(environment), Timeouts.USUAL);
    }

    private URI address(Map<String, String> environment) {
        var text = server == null ? environment.getOrDefault(ADDRESS, "") : server;
        if (text.isEmpty()) {
            throw new InvalidSettings(
                    "Nobody says where the environment cloner is.",
                    ADDRESS + " in the environment, and --server",
                    "set " + ADDRESS + ", or add --server URL");
        }
        try {
            var address = new URI(text);
            if (text.matches("https?://.*") && address.getHost() != null && address.getRawUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Reported below, like any other text that is not an address.
        }
        throw new InvalidSettings(
                "The address of the environment cloner is not the URL of a server.",
                server == null ? ADDRESS + " in the environment" : "--server",
                "write it as http://HOST:PORT or https://HOST, without credentials");
    }

    private Optional<AccessToken> token(Map<String, String> environment) {
        if (tokenOnCommandLine != null) {
            throw new InvalidSettings(
                    "A token on the command line can be read by every user of this machine, and stays in the shell's history.",
                    "--token",
                    "set " + TOKEN + " or use --token-file, and have this token revoked");
        }
        var text = tokenFile == null ? environment.getOrDefault(TOKEN, "") : content(tokenFile);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AccessToken(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettings(
                    "The access token has characters that no token has.",
                    tokenFile == null ? TOKEN + " in the environment" : "the file " + tokenFile,
                    "copy it again, without spaces and line breaks inside");
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, UTF_8).strip();
        } catch (IOException e) {
            throw new InvalidSettings(
                    "The file with the access token cannot be read.",
                    file + " (" + e.getClass().getSimpleName() + ")",
                    "check that it is there, and who may read it");
        }
    }
}
