package dev.treaty.stubs.matching.index;

/**
 * A property of requests that interactions can require a certain value of. pact-jvm certainly refuses a request with another value, or
 * without one; so only what pact-jvm compares by equality is an attribute.
 *
 * @param name of the header, parameter or field, or the index of a path segment; empty where there is only one
 */
record Attribute(Kind kind, String name) {

    enum Kind {
        /** The number of segments in the path. */
        SEGMENT_COUNT,
        /** The text of one segment. */
        SEGMENT,
        /** The value of a header, without white space after commas; several fields as one. */
        HEADER,
        /** The names of all query parameters. */
        PARAMETER_NAMES,
        /** All values of one query parameter, in order. */
        PARAMETER,
        /** The media type of the body. */
        BODY_TYPE,
        /** Whether there is a body at all. */
        HAS_BODY,
        /** The names of all fields of the form or the JSON object in the body. */
        FIELD_NAMES,
        /** All values of one form field, in order, or one scalar in a JSON object. */
        FIELD
    }

    static Attribute of(Kind kind) {
        return new Attribute(kind, "");
    }
}
