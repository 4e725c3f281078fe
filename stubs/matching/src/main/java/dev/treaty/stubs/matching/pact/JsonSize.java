package dev.treaty.stubs.matching.pact;

/**
 * The size of a JSON text, estimated without parsing it; meaningless for text that is not JSON.
 *
 * @param values the number of values in all objects and lists
 * @param depth how deeply lists and objects are nested
 */
record JsonSize(int values, int depth) {

    static JsonSize of(byte[] json) {
        var values = 1;
        var depth = 0;
        var deepest = 0;
        var inString = false;
        for (var at = 0; at < json.length; at++) {
            var letter = json[at];
            if (letter == '"') {
                inString = !inString;
            } else if (inString) {
                at += letter == '\\' ? 1 : 0;
            } else if (letter == ',') {
                values++;
            } else if (letter == '[' || letter == '{') {
                deepest = Math.max(deepest, ++depth);
            } else if (letter == ']' || letter == '}') {
                depth--;
            }
        }
        return new JsonSize(values, deepest);
    }
}
