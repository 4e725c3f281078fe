package dev.treaty.stubs.http.tls;

import java.net.IDN;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.util.IPAddress;

/** The names and addresses that a certificate is made for: those of this machine, and further ones. */
final class CertificateNames {

    private static final List<String> THIS_MACHINE = List.of("localhost", "*.localhost", "127.0.0.1", "::1");

    /** RFC 1123, section 2.1, and an underscore, which Docker gives hosts; a star only for the whole first label (RFC 9525, section 6.3). */
    private static final Pattern HOST =
            Pattern.compile("(\\*\\.)?[a-z0-9]([a-z0-9_-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9_-]*[a-z0-9])?)*");

    private CertificateNames() {}

    /**
     * As a certificate has them (RFC 5280, section 4.2.1.6).
     *
     * @param address that the server listens on; one for all networks is not a name
     */
    static GeneralNames of(Collection<String> further, String address) {
        var names = new LinkedHashSet<>(THIS_MACHINE);
        further.forEach(name -> names.add(checked(name)));
        if (!List.of("0.0.0.0", "::").contains(unbracketed(address))) {
            names.add(checked(address));
        }
        var all = new ArrayList<GeneralName>();
        names.forEach(name ->
                all.add(new GeneralName(IPAddress.isValid(name) ? GeneralName.iPAddress : GeneralName.dNSName, name)));
        return new GeneralNames(all.toArray(GeneralName[]::new));
    }

    /** Whether a certificate with this name is for a host (RFC 9525, section 6.3); the same address may be written in several ways. */
    static boolean include(String name, String host) {
        var plain = unbracketed(host).toLowerCase(Locale.ROOT);
        if (IPAddress.isValid(plain)) {
            return Arrays.equals(octets(name), octets(plain));
        }
        return name.equalsIgnoreCase(plain)
                || (name.startsWith("*.") && name.substring(1).equalsIgnoreCase(plain.substring(firstDot(plain))));
    }

    private static int firstDot(String host) {
        return host.contains(".") ? host.indexOf('.') : host.length();
    }

    private static byte[] octets(String address) {
        return IPAddress.isValid(address)
                ? ASN1OctetString.getInstance(new GeneralName(GeneralName.iPAddress, address).getName())
                        .getOctets()
                : new byte[0];
    }

    private static String checked(String name) {
        var plain = unbracketed(name.strip());
        if (IPAddress.isValid(plain)) {
            return plain;
        }
        try {
            var ascii = IDN.toASCII(plain).toLowerCase(Locale.ROOT);
            if (HOST.matcher(ascii).matches()) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw InvalidCertificate.ofName(name);
    }

    private static String unbracketed(String address) {
        return address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
    }
}
