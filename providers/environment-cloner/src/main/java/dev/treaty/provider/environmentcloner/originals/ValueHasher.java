package dev.treaty.provider.environmentcloner.originals;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.provider.environmentcloner.pseudonyms.Domain;
import dev.treaty.provider.environmentcloner.pseudonyms.EmailAddresses;
import dev.treaty.provider.environmentcloner.pseudonyms.PhoneNumbers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.macs.SipHash128;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * Hashes personal data so that an original is found again in whatever it is a part of: an e-mail address or a telephone number in a text, a
 * name among other words. Not for use by several threads.
 */
final class ValueHasher {

    private static final int KEY_BYTES = 16;

    /** A single name is also a word, a town or a product, which is rightly left where it is no name. */
    private static final int FEWEST_WORDS_OF_NAME = 2;

    private static final int MOST_WORDS_OF_NAME = 4;

    /** Shorter addresses and texts are ones that anybody may have written, e.g. "thank you". */
    private static final int SHORTEST_TEXT = 20;

    private static final int SHORTEST_ADDRESS = 10;
    private static final int FEWEST_DIGITS = 7;

    /** Digits with what people write between them. */
    private static final Pattern PHONE = Pattern.compile("\\d(?:[ ()./-]{0,2}\\d){6,16}");

    private static final int MARKS = (1 << Character.NON_SPACING_MARK)
            | (1 << Character.ENCLOSING_MARK)
            | (1 << Character.COMBINING_SPACING_MARK);

    private final SipHash128 hash = new SipHash128();
    private final byte[] result = new byte[2 * Long.BYTES];

    /** @param secret of the clone, of which the second half is the key */
    ValueHasher(byte[] secret) {
        hash.init(new KeyParameter(Arrays.copyOfRange(secret, secret.length - KEY_BYTES, secret.length)));
    }

    /** The hash of an original; null if it is too short or too common to tell a person. */
    @Nullable
    ValueHash ofOriginal(Domain domain, String value) {
        return switch (domain) {
            case EMAIL -> value.indexOf('@') < 0 ? null : email(value);
            case PHONE -> phone(value);
            case PERSON_NAME -> name(value);
            case ADDRESS -> value.length() < SHORTEST_ADDRESS ? null : text(value);
            case FREE_TEXT -> value.length() < SHORTEST_TEXT ? null : text(value);
            case IP_ADDRESS -> null; // networks are shared: 127.0.0.1 is everybody's
        };
    }

    /** The hashes of the whole value and of each of its parts that looks like an original. */
    void ofParts(String value, Consumer<ValueHash> parts) {
        if (value.length() >= SHORTEST_ADDRESS) {
            parts.accept(text(value));
        }
        if (value.indexOf('@') >= 0) {
            EmailAddresses.PATTERN.matcher(value).results().forEach(found -> parts.accept(email(found.group())));
        }
        PHONE.matcher(value).results().forEach(found -> {
            var phone = phone(found.group());
            if (phone != null) {
                parts.accept(phone);
            }
        });
        names(value, parts);
    }

    private void names(String value, Consumer<ValueHash> parts) {
        var words = words(value);
        for (var first = 0; first < words.size(); first++) {
            var name = new StringBuilder(words.get(first));
            for (var last = first + 1; last < Math.min(first + MOST_WORDS_OF_NAME, words.size()); last++) {
                parts.accept(of('n', name.append(' ').append(words.get(last)).toString()));
            }
        }
    }

    private static List<String> words(String value) {
        var words = new ArrayList<String>();
        var start = 0;
        for (var i = 0; i < value.length(); ) {
            var character = value.codePointAt(i);
            var next = i + Character.charCount(character);
            if (!isOfWord(character)) {
                if (i > start) {
                    words.add(value.substring(start, i));
                }
                start = next;
            }
            i = next;
        }
        if (start < value.length()) {
            words.add(value.substring(start));
        }
        return words;
    }

    /** Letters with their accents, and what stands between the parts of a name. */
    private static boolean isOfWord(int character) {
        return Character.isLetter(character)
                || character == '\''
                || character == '’'
                || character == '-'
                || ((MARKS >> Character.getType(character)) & 1) != 0;
    }

    private ValueHash email(String value) {
        return of('e', value);
    }

    private @Nullable ValueHash phone(String value) {
        var digits = PhoneNumbers.digits(value);
        return digits.length() < FEWEST_DIGITS ? null : of('p', digits);
    }

    private @Nullable ValueHash name(String value) {
        var words = words(value);
        return words.size() < FEWEST_WORDS_OF_NAME || words.size() > MOST_WORDS_OF_NAME
                ? null
                : of('n', String.join(" ", words));
    }

    private ValueHash text(String value) {
        return of('t', value);
    }

    private ValueHash of(char kind, String value) {
        var bytes = value.strip().toLowerCase(Locale.ROOT).getBytes(UTF_8);
        hash.update((byte) kind);
        hash.update(bytes, 0, bytes.length);
        hash.doFinal(result, 0);
        var hashed = ByteBuffer.wrap(result);
        return new ValueHash(hashed.getLong(), hashed.getLong());
    }
}
