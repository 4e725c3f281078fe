package dev.treaty.stubs.replay;

/**
 * Something that many interactions want of a request and that can be looked up: whatever the value is, a request with another
 * one, or without, is refused by pact-jvm for certain. Only that is a trait which pact-jvm compares by equality.
 *
 * @param name of the header, parameter or field, or the place of a path's segment; empty where there is one only
 */
record Trait(Kind kind, String name) {

    enum Kind {
        /** How many segments the path has. */
        SEGMENTS,
        /** The text of one of them. */
        SEGMENT,
        /** The first value of a header, white space after commas left out. */
        HEADER,
        /** The names of all parameters of the query. */
        PARAMETERS,
        /** All values of one parameter, in order. */
        PARAMETER,
        /** The media type of the body. */
        BODY_TYPE,
        /** That there is a body at all. */
        BODY,
        /** The names of all fields, of a form or of the JSON object that is the body. */
        FIELDS,
        /** All values of one field of a form, in order, or one value, not an object and not a list, in a JSON object. */
        FIELD
    }

    static Trait of(Kind kind) {
        return new Trait(kind, "");
    }
}
