package dev.treaty.stubs.vendor.world;

import java.util.HexFormat;

/**
 * The keys of what is due. Each ends with a place in the queue, which sorts: the time, and a number that tells apart what is due at the
 * same time.
 */
final class DueKeys {

    /** Actions, in the order of time. */
    static final String ACTIONS = "due/action/";

    /** The first of each channel, in the order of time, unless it is under way; refers to it. */
    static final String READY = "due/ready/";

    /** What is under way, in the order in which its time is up, which is real time; refers to the channel. */
    static final String LEASES = "due/lease/";

    private static final String CHANNELS = "due/channel/";

    /** Two numbers in hexadecimal digits, with a slash between them. */
    private static final int PLACE_LENGTH = 33;

    private DueKeys() {}

    static String place(long epochMillis, long number) {
        return Keys.number(epochMillis) + "/" + Keys.number(number);
    }

    /** What takes place outside of units of work, by channel, in the order of time. */
    static String channel(String channel) {
        return CHANNELS + Keys.encoded(channel) + "/";
    }

    static String channels() {
        return CHANNELS;
    }

    static boolean isInChannel(String key) {
        return key.startsWith(CHANNELS);
    }

    /** The prefix of all in the same channel. */
    static String channelOf(String key) {
        return key.substring(0, key.length() - PLACE_LENGTH);
    }

    /** Which of a channel is under way. */
    static String busy(String channelPrefix) {
        return "due/busy/" + channelPrefix.substring(CHANNELS.length());
    }

    static String place(String key) {
        return key.substring(key.length() - PLACE_LENGTH);
    }

    static long epochMillis(String key) {
        var start = key.length() - PLACE_LENGTH;
        return HexFormat.fromHexDigitsToLong(key, start, start + Long.BYTES * 2);
    }
}
