package dev.treaty.stubs.page.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** JSON as people read it. */
public final class JsonText {

    /** Characters; nobody reads more of them here. */
    private static final int LONGEST = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.INDENT_OUTPUT);

    private JsonText() {}

    /** The text with indentation if it is JSON; otherwise as it is. */
    public static String indented(String text) {
        if (text.length() > LONGEST) {
            return text.substring(0, LONGEST) + "… (%d characters)".formatted(text.length());
        }
        try {
            var json = JSON.readTree(text);
            return json.isContainerNode() ? JSON.writeValueAsString(json) : text;
        } catch (JsonProcessingException e) {
            return text;
        }
    }
}
