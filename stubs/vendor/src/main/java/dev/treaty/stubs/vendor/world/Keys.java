package dev.treaty.stubs.vendor.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.vendor.store.Records;
import java.net.URLEncoder;
import java.util.HexFormat;

/** The keys of records. All parts are ASCII, so that every store sorts them alike; numbers sort by value. */
final class Keys {

    static final String CLOCK = "clock";
    static final String SEQUENCE = "sequence";

    /** After every key that starts with a prefix. */
    private static final char LAST = '~';

    private Keys() {}

    static String object(String kind, String id) {
        return Records.UNSORTED + kind + "/" + encoded(id);
    }

    static String order(String kind) {
        return "order/" + kind + "/";
    }

    static String index(String kind, String field, String value) {
        return "index/" + kind + "/" + field + "/" + encoded(value) + "/";
    }

    static String count(String kind) {
        return "count/" + kind;
    }

    static String forgotten(String kind) {
        return "forgotten/" + kind;
    }

    static String kind(String kind) {
        return "kind/" + kind;
    }

    static String value(String name) {
        return "value/" + encoded(name);
    }

    static String number(long number) {
        return HexFormat.of().toHexDigits(number);
    }

    static String end(String prefix) {
        return prefix + LAST;
    }

    static String encoded(String part) {
        for (var i = 0; i < part.length(); i++) {
            var c = part.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-')) {
                return URLEncoder.encode(part, UTF_8);
            }
        }
        return part;
    }
}
