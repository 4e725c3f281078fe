package dev.treaty.consumer.customermail;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a customer reads. */
public sealed interface MailContent {

    /**
     * A text of our own.
     *
     * @param text for clients that show no HTML
     * @param html empty to send none
     */
    record Text(String subject, String text, String html) implements MailContent {}

    /**
     * A dynamic template, with a subject of its own.
     *
     * @param id {@code d-} and 32 hexadecimal digits
     * @param data for its placeholders
     */
    record Template(String id, SortedMap<String, String> data) implements MailContent {

        public Template {
            data = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(data));
        }

        /** With data in any order. */
        public static Template of(String id, Map<String, String> data) {
            return new Template(id, new TreeMap<>(data));
        }
    }
}
