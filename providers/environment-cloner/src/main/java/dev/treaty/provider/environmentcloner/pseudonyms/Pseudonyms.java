package dev.treaty.provider.environmentcloner.pseudonyms;

import java.util.Arrays;
import java.util.Locale;

/**
 * Makes pseudonyms: the same one for the same value of the same domain in a whole clone, and in no other clone, because the secret is the
 * clone's. Not for use by several threads; several objects with one secret agree.
 */
public final class Pseudonyms {

    /** 80 bits: two of a thousand million addresses are the same with a probability of 4 in ten million. */
    private static final int CHARACTERS_OF_EMAIL = 16;

    /** A domain that nobody can register (RFC 2606, section 2). */
    private static final String EMAIL_DOMAIN = "@example.invalid";

    /** For measurements between networks, 198.18.0.0/15 (RFC 2544): on no host of the internet. */
    private static final String IPV4 = "198.%d.%d.%d";

    /** For documentation (RFC 3849). */
    private static final String IPV6 = "2001:db8:%x:%x:%x:%x:%x:%x";

    private final KeyedHash hash;
    private final PhoneNumbers phones;

    /** @param secret 32 random bytes of one clone */
    public Pseudonyms(byte[] secret) {
        hash = new KeyedHash(secret);
        phones = new PhoneNumbers(secret);
    }

    /** What stands for the value; a value without letters and digits stands for itself. */
    public String of(Domain domain, String value) {
        if (!saysSomething(value)) {
            return value;
        }
        return switch (domain) {
            case EMAIL -> bits(domain, canonical(value)).base32(CHARACTERS_OF_EMAIL) + EMAIL_DOMAIN;
            case PHONE -> phones.pseudonym(value);
            case PERSON_NAME -> InventedNames.person(value, bits(domain, canonical(value)));
            case ADDRESS -> InventedNames.address(value, bits(domain, canonical(value)));
            case IP_ADDRESS -> ipAddress(value, bits(domain, canonical(value)));
            case FREE_TEXT -> FillerText.like(value, bits(domain, value));
        };
    }

    private static boolean saysSomething(String value) {
        for (var i = 0; i < value.length(); i++) {
            if (Character.isLetterOrDigit(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private HashBits bits(Domain domain, String value) {
        return hash.of(domain, value);
    }

    /** Two spellings of one value are the same. */
    private static String canonical(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }

    /** With the length of the network, if the value has one. */
    private static String ipAddress(String value, HashBits bits) {
        var slash = value.indexOf('/');
        var network = slash < 0 ? "" : value.substring(slash);
        if (value.indexOf(':') < 0) {
            return IPV4.formatted(18 + bits.next(2), bits.next(256), bits.next(256)) + network;
        }
        var groups = new Object[6];
        Arrays.setAll(groups, group -> bits.next(1 << Character.SIZE));
        return IPV6.formatted(groups) + network;
    }
}
