package dev.treaty.stubs.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.stubs.export.overlap.RankedInteraction;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** File names that describe the content, and that only change with the consumer, the description or the states. */
final class ExportFileNames {

    private static final int LONGEST = 80;

    private final Map<String, Integer> taken = new HashMap<>();

    /** A separate folder for each provider, whatever characters its name contains. */
    static String folder(String provider) {
        var plain = provider.replaceAll("[^A-Za-z0-9._-]+", "-");
        return plain.matches("\\.*") || !plain.equals(provider) ? slug(provider) + "-" + digest(provider) : plain;
    }

    /**
     * For example {@code "billing-a-request-to-create-a-customer-162b879f"}; another one with the same description and states
     * gets a number.
     */
    String of(RankedInteraction interaction) {
        var identity = String.join(
                "\n",
                interaction.provider(),
                interaction.file().consumer(),
                interaction.description(),
                String.valueOf(interaction.states()));
        var name = slug(interaction.file().consumer() + "-" + interaction.description()) + "-" + digest(identity);
        var number = taken.merge(interaction.provider() + "\n" + name, 1, Integer::sum);
        return number == 1 ? name : name + "-" + number;
    }

    private static String slug(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        var cut = plain.substring(0, Math.min(LONGEST, plain.length()));
        return cut.replaceAll("^-|-$", "");
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
