package dev.treaty.stubs.http.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The certificate that the server shows, with its private key. */
public final class ServerCertificate {

    private static final char[] NO_PASSWORD = {};
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final X509Certificate trusted;
    private final Optional<Path> trustedFile;

    /**
     * @param chain the server's certificate first
     * @param trusted which clients trust
     * @param trustedFile where they find it; empty if that is not this server's business
     */
    ServerCertificate(
            PrivateKey key, Collection<X509Certificate> chain, X509Certificate trusted, Optional<Path> trustedFile) {
        this.key = key;
        this.chain = List.copyOf(chain);
        this.trusted = trusted;
        this.trustedFile = trustedFile;
    }

    /** The names and addresses that it is valid for, e.g. {@code "*.localhost"} or {@code "127.0.0.1"}. */
    public List<String> names() {
        try {
            var names = chain.get(0).getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> List.of(DNS_NAME, IP_ADDRESS).contains(name.get(0)))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of(); // clients will say more than this server knows
        }
    }

    /** The host of the server's URLs: the preferred one, unless the certificate is for others only. */
    public String host(String preferred) {
        var names = names();
        return names.stream().anyMatch(name -> CertificateNames.include(name, preferred))
                ? preferred
                : names.stream()
                        .filter(name -> !name.startsWith("*"))
                        .findFirst()
                        .orElse(preferred);
    }

    /** Until when it is valid. */
    public Instant validUntil() {
        return chain.get(0).getNotAfter().toInstant();
    }

    /** The PEM file with the certificate that clients have to trust; empty if it was not made here, or is not kept. */
    public Optional<Path> trustedFile() {
        return trustedFile;
    }

    /** What the server uses. */
    public SSLContext serverContext() {
        try {
            var store = emptyStore();
            store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            return context(keys.getKeyManagers(), new TrustManager[0]);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The JDK cannot use the certificate", e);
        }
    }

    /** What a client uses that trusts this server, and no other. */
    public SSLContext clientContext() {
        try {
            var store = emptyStore();
            store.setCertificateEntry("server", trusted);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return context(new KeyManager[0], trust.getTrustManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The JDK cannot use the certificate", e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }

    private static SSLContext context(KeyManager[] keys, TrustManager[] trust) throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(keys, trust, new SecureRandom());
        return context;
    }
}
