package dev.treaty.pacts.broker.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that a broker is trusted by: those that Java knows, and those of a file, e.g. of a company's own authority. Whether a
 * certificate is valid, and belongs to the broker's host, is always checked.
 */
public final class TrustedCertificates {

    /** The variable with the name of a file of certificates in PEM form; OpenSSL and the official clients read it, too. */
    public static final String FILE = "SSL_CERT_FILE";

    /** The variable that is {@code false} if only the certificates of the file count; the official client reads it, too. */
    public static final String SYSTEM = "SSL_TRUST_STORE";

    private TrustedCertificates() {}

    /**
     * What a connection needs to trust them; empty if Java's own certificates are all there are.
     *
     * @throws InvalidBrokerSettings if the file cannot be read, or nothing is trusted
     */
    static Optional<SSLContext> from(Map<String, String> environment) {
        var file = environment.getOrDefault(FILE, "").strip();
        var isSystemTrusted = !environment.getOrDefault(SYSTEM, "").strip().equalsIgnoreCase("false");
        if (file.isEmpty() && !isSystemTrusted) {
            throw new InvalidBrokerSettings(
                    "No certificate is trusted.",
                    SYSTEM + "=false, and there is no " + FILE,
                    "name a file of certificates with --ssl-certificate or " + FILE);
        }
        return file.isEmpty() ? Optional.empty() : Optional.of(context(read(file), isSystemTrusted));
    }

    private static Collection<? extends Certificate> read(String file) {
        try {
            var bytes = Files.readAllBytes(Path.of(file));
            var certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
            if (!certificates.isEmpty()) {
                return certificates;
            }
            throw unreadable(file, "it has none", null);
        } catch (IOException | InvalidPathException e) {
            throw unreadable(file, e.getClass().getSimpleName(), e);
        } catch (GeneralSecurityException e) {
            throw unreadable(file, "it is not one of certificates in PEM form", e);
        }
    }

    private static InvalidBrokerSettings unreadable(String file, String why, @Nullable Exception cause) {
        return new InvalidBrokerSettings(
                "The file of trusted certificates cannot be read: %s.".formatted(why),
                file,
                "name a file that begins with -----BEGIN CERTIFICATE-----, with --ssl-certificate or " + FILE,
                cause);
    }

    private static SSLContext context(Collection<? extends Certificate> certificates, boolean isSystemTrusted) {
        try {
            var trusted = new ArrayList<Certificate>(certificates);
            if (isSystemTrusted) {
                trusted.addAll(certificates(null));
            }
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : trusted) {
                store.setCertificateEntry(String.valueOf(store.size()), certificate);
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Java must be able to trust certificates", e);
        }
    }

    /** @param store null for that of Java */
    private static List<? extends Certificate> certificates(@Nullable KeyStore store) throws GeneralSecurityException {
        return Arrays.stream(managers(store))
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
