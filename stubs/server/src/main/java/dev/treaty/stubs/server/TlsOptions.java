package dev.treaty.stubs.server;

import dev.treaty.stubs.http.ReplayServer;
import dev.treaty.stubs.http.tls.CertificateSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether {@code serve} is reached over TLS, and with which certificate. */
final class TlsOptions {

    @Option(
            names = "--https-port",
            paramLabel = "PORT",
            description =
                    "The port for HTTPS, with HTTP/2; 0 picks a free one. Providers' own ports then speak HTTP and"
                            + " HTTPS. Default: no HTTPS.")
    private @Nullable Integer port;

    @Option(
            names = "--tls-directory",
            paramLabel = "DIR",
            description =
                    "Where the certificate authority is kept that signs the server's certificate, made at the first"
                            + " time: let clients trust ca.pem there, or ca.p12. Default: ~/.treaty/tls.")
    private @Nullable Path directory;

    @Option(
            names = "--certificate-name",
            paramLabel = "HOST",
            description =
                    "A further host name or IP address that the certificate is made for; repeatable. This machine's"
                            + " own (localhost, 127.0.0.1, ::1, *.localhost) and that of --bind always are.")
    private List<String> names = List.of();

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description =
                    "Your own certificate instead, in PEM, followed by those that lead to one that clients trust.")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "The private key of --certificate, in PEM.")
    private @Nullable Path key;

    @Option(
            names = "--key-password",
            paramLabel = "PASSWORD",
            defaultValue = "${env:TREATY_KEY_PASSWORD}",
            description =
                    "The password of --key, if it is encrypted. Prefer the environment variable TREATY_KEY_PASSWORD:"
                            + " other users can see command lines.")
    private @Nullable String keyPassword;

    /** What contradicts what; nothing if all is well. */
    Stream<String> contradictions() {
        var isOwn = certificate != null || key != null;
        return Stream.of(
                        contradiction(
                                port == null && (isOwn || isMadeForSomething()),
                                "--certificate, --key, --certificate-name and --tls-directory need --https-port, where the"
                                        + " certificate is shown"),
                        contradiction(
                                port != null && (port < 0 || port > 65_535),
                                "--https-port must be from 0 to 65535, not " + port),
                        contradiction(
                                isOwn && (certificate == null || key == null),
                                "--certificate and --key belong together: the one is of no use without the other"),
                        contradiction(
                                isOwn && isMadeForSomething(),
                                "--certificate-name and --tls-directory are for a certificate that is made here, not for"
                                        + " --certificate"))
                .flatMap(Optional::stream);
    }

    private boolean isMadeForSomething() {
        return !names.isEmpty() || directory != null;
    }

    private static Optional<String> contradiction(boolean isThere, String text) {
        return isThere ? Optional.of(text) : Optional.empty();
    }

    /** Lets a server be reached so. */
    void configure(ReplayServer.Builder stubs) {
        if (port != null) {
            stubs.tls(port, source());
        }
    }

    private CertificateSource source() {
        var kept = directory == null ? Path.of(System.getProperty("user.home"), ".treaty", "tls") : directory;
        return certificate == null || key == null
                ? new CertificateSource.Made(names, Optional.of(kept))
                : new CertificateSource.Files(certificate, key, Optional.ofNullable(keyPassword));
    }
}
