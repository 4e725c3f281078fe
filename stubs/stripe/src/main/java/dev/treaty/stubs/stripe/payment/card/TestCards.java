package dev.treaty.stubs.stripe.payment.card;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cards of Stripe's test mode, by number, token and PaymentMethod. */
public final class TestCards {

    private static final String PAYMENT_METHOD = "pm_card_";
    private static final String TOKEN = "tok_";

    private static final Map<String, TestCard> BY_NUMBER = new LinkedHashMap<>();
    private static final Map<String, TestCard> BY_NAME = new LinkedHashMap<>();

    static {
        for (var columns : Table.rows("test-cards.tsv")) {
            var card = card(columns);
            BY_NUMBER.putIfAbsent(card.number(), card);
            card.names().forEach(name -> BY_NAME.put(name, card));
        }
    }

    private TestCards() {}

    private static TestCard card(String[] columns) {
        var names = columns[4].equals("-") ? List.<String>of() : List.of(columns[4].split(" "));
        var effects = new HashMap<String, String>();
        for (var effect : columns[5].equals("-") ? new String[0] : columns[5].split(" ")) {
            var equals = effect.indexOf('=');
            effects.put(
                    equals < 0 ? effect : effect.substring(0, equals), equals < 0 ? "" : effect.substring(equals + 1));
        }
        return new TestCard(columns[0], columns[1], columns[2], columns[3], names, effects);
    }

    /** The card with this number. */
    public static Optional<TestCard> byNumber(String number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /** The card of a token, e.g. {@code "tok_visa"}. */
    public static Optional<TestCard> byToken(String token) {
        return byName(TOKEN, token);
    }

    /** The card of a PaymentMethod that every account has, e.g. {@code "pm_card_visa"}. */
    public static Optional<TestCard> byPaymentMethod(String id) {
        return byName(PAYMENT_METHOD, id);
    }

    /**
     * The card with this {@link TestCard#key}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TestCard byKey(String key) {
        var card = BY_NAME.getOrDefault(key, BY_NUMBER.get(key));
        if (card == null) {
            throw new IllegalArgumentException("No test card " + key);
        }
        return card;
    }

    private static Optional<TestCard> byName(String prefix, String id) {
        return id.startsWith(prefix)
                ? Optional.ofNullable(BY_NAME.get(id.substring(prefix.length())))
                : Optional.empty();
    }

    /** All names, each without {@code pm_card_} or {@code tok_}. */
    public static Collection<String> names() {
        return BY_NAME.keySet();
    }
}
