package dev.treaty.pacts.errors;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that their form gives away, whatever the name of what holds them: tokens, keys, and what follows an authentication scheme. The
 * only list of them; {@link SecretNames} is the list of names.
 */
public final class SecretValues {

    /** A JSON Web Token (RFC 7519); group 1 is its header, in Base64. */
    public static final Pattern JSON_WEB_TOKEN = Pattern.compile("\\b(eyJ[\\w-]{4,})\\.[\\w-]+\\.[\\w-]*");

    /** A private key in PEM (RFC 7468), to its end if the text has that. */
    public static final Pattern PRIVATE_KEY = Pattern.compile(
            "-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[\\s\\S]*?-----END [A-Z ]*PRIVATE KEY-----|[A-Za-z0-9+/=\\s\\\\]*)");

    /** The secret that signs Stripe's webhooks; group 1 is what follows its prefix. */
    public static final Pattern WEBHOOK_SECRET = Pattern.compile("\\bwhsec_([A-Za-z0-9+/=_-]+)");

    /** Keys and tokens of vendors, each of which documents its prefix. */
    private static final Pattern PREFIXED = Pattern.compile(
            "\\b(?:[sr]k_(?:live|test)_\\w+" // Stripe
                    + "|gh[opsur]_\\w{20,}|github_pat_\\w{20,}|glpat-[\\w-]{16,}|npm_\\w{20,}|pypi-[\\w-]{16,}"
                    + "|xox[abeprs]-[\\w-]{8,}|xapp-[\\w-]{8,}" // Slack
                    + "|A[KS]IA[0-9A-Z]{16}|AIza[\\w-]{30,}|ya29\\.[\\w-]{16,}|GOCSPX-[\\w-]{16,}" // AWS, Google
                    + "|SG\\.[\\w-]{8,}\\.[\\w-]{8,}|key-[0-9a-f]{32}|pat[A-Za-z0-9]{14}\\.[0-9a-f]{32,}"
                    + "|[pst]k\\.eyJ[\\w-]+\\.[\\w-]+" // Mapbox
                    + "|shp(?:at|ca|pa|ss)_\\w{16,}|sq0[a-z]{3}-[\\w-]{16,}" // Shopify, Square
                    + "|hv[brs]\\.[\\w-]{16,}|dop_v1_\\w{16,}|sk-[\\w-]{16,}"
                    + "|(?:bot)?\\d{6,}:AA[\\w-]{30,})"); // Telegram

    /** What follows the addresses of vendors' webhooks: who knows it may post there. */
    private static final Pattern WEBHOOK_ADDRESS =
            Pattern.compile("(?<=\\bhooks\\.slack\\.com/services/|\\bdiscord(?:app)?\\.com/api/webhooks/)[\\w/-]+");

    /** The user and password of a command line: {@code curl -u user:password}. */
    private static final Pattern COMMAND_LINE =
            Pattern.compile("(?<=\\s(?:-u|--user|--proxy-user)[ =]['\"]?)[^\\s'\":]+:[^\\s'\"]+");

    /** An account or API key of Twilio: two letters and 32 hexadecimal digits. */
    private static final Pattern TWILIO = Pattern.compile("\\b(?:AC|SK)[0-9a-f]{32}\\b");

    /** What follows an authentication scheme (RFC 9110, section 11.4). */
    private static final Pattern CREDENTIALS =
            Pattern.compile("(?<=\\b(?i:Bearer|Basic|Digest)(?:\\s|%20|\\+)) *[\\w~+/.%:-]{6,}=*");

    /** The user and password in a URL (RFC 3986, section 3.2.1). */
    private static final Pattern USER_INFORMATION = Pattern.compile("(?<=://)[^/?#@\\s]+(?=@)");

    private static final List<Pattern> ALL = List.of(
            PRIVATE_KEY,
            PREFIXED,
            JSON_WEB_TOKEN,
            WEBHOOK_SECRET,
            WEBHOOK_ADDRESS,
            CREDENTIALS,
            COMMAND_LINE,
            USER_INFORMATION);

    private SecretValues() {}

    /** The text, with a replacement for each secret in it. */
    public static String replace(String text, String replacement) {
        var hidden = text;
        for (var secret : ALL) {
            hidden = secret.matcher(hidden).replaceAll(Matcher.quoteReplacement(replacement));
        }
        return TWILIO.matcher(hidden)
                .replaceAll(match ->
                        looksRandom(match.group()) ? match.group().substring(0, 2) + replacement : match.group());
    }

    /** Whether it is random rather than a placeholder such as thirty zeros and 42, which has few different characters. */
    public static boolean looksRandom(String value) {
        return value.chars().distinct().count() > 8 && value.chars().anyMatch(Character::isDigit);
    }
}
