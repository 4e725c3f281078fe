package dev.treaty.stubs.http.tls;

import java.io.IOException;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;

/**
 * A certificate as a trust store of Java, in the form PKCS #12 (RFC 7292). It has no password, because there is nothing to hide, and Java
 * needs none to read it.
 */
final class TrustStore {

    /** What marks a certificate as trusted; otherwise Java takes it for a part of some chain. */
    private static final ASN1ObjectIdentifier TRUSTED_KEY_USAGE =
            new ASN1ObjectIdentifier("2.16.840.1.113894.746875.1.1");

    private TrustStore() {}

    static byte[] of(X509Certificate certificate) {
        try {
            var bag = new JcaPKCS12SafeBagBuilder(certificate)
                    .addBagAttribute(
                            PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString("treaty-stub-server-ca"))
                    .addBagAttribute(TRUSTED_KEY_USAGE, KeyPurposeId.anyExtendedKeyUsage)
                    .build();
            return new PKCS12PfxPduBuilder()
                    .addData(bag)
                    .build(null, new char[0])
                    .getEncoded();
        } catch (IOException | PKCSException e) {
            throw new IllegalStateException("A certificate can always be put into a trust store", e);
        }
    }
}
