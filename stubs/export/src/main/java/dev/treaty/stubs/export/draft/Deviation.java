package dev.treaty.stubs.export.draft;

import java.util.Arrays;
import java.util.List;

/** A way in which stock WireMock, with an exported mapping, differs from Pact. Everything else is exact. */
public enum Deviation {
    // caused by how WireMock reads requests, so they apply to every mapping
    JSON_READ_LENIENTLY(
            Direction.ACCEPTS_MORE,
            true,
            "JSON with comments, in single quotes, or with text after its end, which WireMock's parser reads"),
    REPEATED_HEADER(
            Direction.ACCEPTS_MORE,
            true,
            "a header sent several times of which only one matches; Pact compares each of them"),
    REPEATED_IN_ONE_HEADER(
            Direction.ACCEPTS_LESS,
            true,
            "the expected value several times in one line of a header that is a list, such as Accept"),
    UNKNOWN_STATE(
            Direction.ACCEPTS_MORE,
            true,
            "a header Pact-Provider-State with a state that no interaction for this request has"),
    UNDECLARED_GZIP(
            Direction.ACCEPTS_MORE,
            true,
            "a body compressed with gzip without a header that says so, because WireMock decompresses it"),
    ENCODED_NAMES(
            Direction.ACCEPTS_LESS,
            true,
            "a parameter name with percent-encoded letters or digits, which never need encoding"),
    EMPTY_PARAMETER(Direction.ACCEPTS_LESS, true, "an empty parameter, such as after a trailing & in a form or query"),
    FORM_WHITE_SPACE(
            Direction.ACCEPTS_LESS, true, "unencoded white space at the end of a form's value, which Pact removes"),
    KNOWN_SPELLING(
            Direction.ACCEPTS_MORE,
            true,
            "a header value that Jetty knows, such as APPLICATION/JSON, in another case: WireMock sees Jetty's spelling"),

    // wherever a rule is
    NEVER_IN_PACT(
            Direction.ACCEPTS_MORE,
            false,
            "any value, although Pact itself never accepts one with this rule in this place"),
    INVALID_REGEX(
            Direction.ACCEPTS_MORE, false, "any value, because the regex of the rule is not one that Java can read"),
    UNKNOWN_RULE(
            Direction.ACCEPTS_MORE,
            false,
            "possibly other values than Pact, because this export does not know the kind of rule"),
    WHOLE_BODY(Direction.ACCEPTS_MORE, false, "any body, because WireMock cannot apply this rule to a whole body"),
    EMPTY_BODY(Direction.ACCEPTS_MORE, false, "a body, although the contract says that it is empty"),
    CONTENT_TYPE_OF_VALUE(
            Direction.ACCEPTS_MORE, false, "any value, because WireMock cannot detect the media type of content"),

    // what a JSON schema cannot express
    JSON_NOT_TEXT(
            Direction.ACCEPTS_LESS,
            false,
            "a number, true, false, a list or an object whose JSON text the rule accepts: it must be a JSON string"),
    JSON_ANY_OTHER(
            Direction.ACCEPTS_MORE,
            false,
            "any number, true, false, list or object, because a JSON schema applies a rule for text only to texts"),
    JSON_EXPONENT(
            Direction.ACCEPTS_MORE,
            false,
            "a number written with an exponent, such as 1e3, which Pact does not take for a number"),
    JSON_ROOT_TEXT(
            Direction.ACCEPTS_MORE, false, "a body that is not JSON, because WireMock takes it for a JSON string"),
    JSON_UNORDERED(
            Direction.ACCEPTS_MORE,
            false,
            "a list in which one element stands for several of the expected ones: a JSON schema cannot pair them off"),

    // what a regex cannot know about dates
    DATE_SPELLING(
            Direction.ACCEPTS_LESS,
            false,
            "a date or time in another spelling than the format's, e.g. without leading zeros, which Java's parser accepts"),
    DATE_NAMES(
            Direction.ACCEPTS_MORE,
            false,
            "any word in place of a month, a weekday, an era or a zone, because a regex knows no calendar"),
    DATE_VALUES(
            Direction.ACCEPTS_MORE,
            false,
            "a date or time that does not exist, such as the 99th, because a regex knows no calendar"),

    // parameters and headers with several values
    ORDER_OF_VALUES(Direction.ACCEPTS_MORE, false, "the same values in another order"),
    VALUE_FOR_SEVERAL(
            Direction.ACCEPTS_MORE,
            false,
            "a wrong value beside a right one, if the right one matches two expected values"),
    NUMBER_OF_VALUES(
            Direction.ACCEPTS_LESS,
            false,
            "the parameter more or fewer times than in the example, which the rule allows"),
    LIST_IN_ONE_VALUE(
            Direction.ACCEPTS_MORE,
            false,
            "the list as the contract has it, in one value: Pact splits what arrives, and so never accepts it"),
    SEPARATE_LINES(Direction.ACCEPTS_LESS, false, "the values of the list in separate header lines instead of one"),

    // what XMLUnit compares differently
    XML_CDATA(Direction.ACCEPTS_LESS, false, "text in a CDATA section"),
    XML_INSTRUCTION(Direction.ACCEPTS_LESS, false, "a processing instruction"),
    XML_NAMESPACE(Direction.ACCEPTS_MORE, false, "a namespace on an element that has none in the example"),
    XML_CHILDREN(
            Direction.ACCEPTS_LESS, false, "another number of an element than in the example, which the rule allows"),
    XML_MIXED(Direction.ACCEPTS_LESS, false, "text beside elements, which the rule on the element around them allows"),

    // parts
    MULTIPART_PARTS(Direction.ACCEPTS_MORE, false, "additional parts, or the same parts in another order"),

    // the header that requests a state
    STATE_PARAMETERS(
            Direction.ACCEPTS_LESS,
            false,
            "some of a state's parameters, or in another order or spelling; its name alone, one parameter, or all of them are exact"),
    SEVERAL_STATES(
            Direction.ACCEPTS_MORE,
            false,
            "several headers Pact-Provider-State, if the interaction has one of the states; the stub server requires all"),

    // what a template cannot generate
    EXAMPLE_AS_RESPONSE(
            Direction.RESPONDS_DIFFERENTLY,
            false,
            "always with the example, because WireMock's templates have no such generator"),
    NARROWER_RESPONSE(
            Direction.RESPONDS_DIFFERENTLY,
            false,
            "with fewer of the possible values, e.g. small letters instead of both");

    /** In which direction the two differ. */
    public enum Direction {
        /** Stock WireMock accepts what Pact rejects. */
        ACCEPTS_MORE("accepts more"),
        /** Stock WireMock rejects what Pact accepts. */
        ACCEPTS_LESS("accepts less"),
        /** Stock WireMock responds, but not as the stub server does. */
        RESPONDS_DIFFERENTLY("responds differently");

        private final String words;

        Direction(String words) {
            this.words = words;
        }

        /** As the report says it, e.g. {@code "accepts more"}. */
        public String words() {
            return words;
        }
    }

    private final Direction direction;
    private final boolean everywhere;
    private final String what;

    Deviation(Direction direction, boolean everywhere, String what) {
        this.direction = direction;
        this.everywhere = everywhere;
        this.what = what;
    }

    /** In which direction. */
    public Direction direction() {
        return direction;
    }

    /** Whether it applies to every mapping, because of how WireMock reads a request; then no rule reports it. */
    public boolean everywhere() {
        return everywhere;
    }

    /** What is accepted, rejected or sent, e.g. {@code "text in a CDATA section"}. */
    public String what() {
        return what;
    }

    /** The deviations that apply to every mapping. */
    public static List<Deviation> ofEveryMapping() {
        return Arrays.stream(values()).filter(Deviation::everywhere).toList();
    }
}
