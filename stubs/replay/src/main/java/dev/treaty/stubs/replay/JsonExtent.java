package dev.treaty.stubs.replay;

/**
 * How much there is to a JSON text, without taking it apart: counted outside of strings, and of no meaning for what is no JSON.
 *
 * @param values of objects and lists, all together
 * @param depth of lists in lists and objects in objects
 */
record JsonExtent(int values, int depth) {

    static JsonExtent of(byte[] json) {
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
        return new JsonExtent(values, deepest);
    }
}
