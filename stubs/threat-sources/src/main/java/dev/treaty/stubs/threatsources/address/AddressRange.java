package dev.treaty.stubs.threatsources.address;

/** Addresses with the same beginning, as CIDR writes them, e.g. {@code "203.0.113.0/24"} (RFC 4632). */
public final class AddressRange {

    private final byte[] prefix;
    private final int bits;

    private AddressRange(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /**
     * Reads a range.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static AddressRange parse(String cidr) {
        var slash = cidr.indexOf('/');
        var address = IpAddress.parse(cidr.substring(0, Math.max(0, slash)))
                .orElseThrow(() -> new IllegalArgumentException(cidr + " is not a range of addresses"));
        return new AddressRange(address.bytes(), Integer.parseInt(cidr.substring(slash + 1)));
    }

    /** Whether an address is in it. */
    public boolean contains(IpAddress address) {
        var bytes = address.bytes();
        if (bytes.length != prefix.length) {
            return false;
        }
        for (var i = 0; i < bits; i++) {
            var mask = 0x80 >> (i % 8);
            if (((bytes[i / 8] ^ prefix[i / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    int bits() {
        return bits;
    }
}
