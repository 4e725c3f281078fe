package dev.treaty.stubs.export.draft;

import java.util.Arrays;
import java.util.List;

/** A way in which stock WireMock, with an exported mapping, differs from Pact. Whatever is none of these is exact. */
public enum Deviation {
    // in how WireMock reads requests, and so for every mapping
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
            "a header Pact-Provider-State that asks for a state which no interaction with this request has"),
    UNDECLARED_GZIP(
            Direction.ACCEPTS_MORE,
            true,
            "a body packed with gzip whose header does not say so, because WireMock unpacks it"),
    ENCODED_NAMES(
            Direction.ACCEPTS_LESS,
            true,
            "the name of a parameter with letters or digits in percent-encoding, which nobody needs to encode"),
    EMPTY_PARAMETER(
            Direction.ACCEPTS_LESS,
            true,
            "a parameter that is nothing at all, such as after the last & of a form or query"),
    FORM_WHITE_SPACE(
            Direction.ACCEPTS_LESS,
            true,
            "white space that is not encoded at the end of a form's value, which Pact drops"),
    KNOWN_SPELLING(
            Direction.ACCEPTS_MORE,
            true,
            "a header value that Jetty knows, such as APPLICATION/JSON, in another case: WireMock sees Jetty's spelling"),

    // wherever a rule stands
    NEVER_IN_PACT(
            Direction.ACCEPTS_MORE, false, "any value: in this place Pact itself can never accept one under this rule"),
    WHOLE_BODY(Direction.ACCEPTS_MORE, false, "any body: WireMock cannot look at all its bytes as this rule does"),
    EMPTY_BODY(Direction.ACCEPTS_MORE, false, "a body where the contract says that it is empty"),
    CONTENT_TYPE_OF_VALUE(
            Direction.ACCEPTS_MORE, false, "any value: WireMock cannot detect the media type of what it is sent"),

    // what a JSON schema cannot say
    JSON_NOT_TEXT(
            Direction.ACCEPTS_LESS,
            false,
            "a number, true, false, a list or an object whose JSON text the rule accepts: it must be a JSON string"),
    JSON_ANY_OTHER(
            Direction.ACCEPTS_MORE,
            false,
            "any number, true, false, list or object: in a JSON schema a rule about text speaks of texts only"),
    JSON_EXPONENT(
            Direction.ACCEPTS_MORE, false, "a number written with an exponent, such as 1e3, which Pact takes for none"),
    JSON_ROOT_TEXT(
            Direction.ACCEPTS_MORE,
            false,
            "a body that is no JSON at all, because WireMock takes it for a JSON string"),
    JSON_UNORDERED(
            Direction.ACCEPTS_MORE,
            false,
            "a list in which one element stands for several of the expected ones: a JSON schema cannot pair them off"),

    // what a regex does not know of dates
    DATE_SPELLING(
            Direction.ACCEPTS_LESS,
            false,
            "a date or time spelled otherwise than the format says, e.g. without leading zeros, which Java's parser forgives"),
    DATE_NAMES(
            Direction.ACCEPTS_MORE,
            false,
            "any word in the place of a month, a weekday, an era or a zone: a regex knows no calendar"),
    DATE_VALUES(
            Direction.ACCEPTS_MORE,
            false,
            "a date or time that there is not, such as the 99th: a regex knows no calendar"),

    // parameters and headers with several values
    ORDER_OF_VALUES(Direction.ACCEPTS_MORE, false, "the same values in another order"),
    VALUE_FOR_SEVERAL(
            Direction.ACCEPTS_MORE,
            false,
            "a wrong value beside a right one, if the right one does for two of the expected"),
    NUMBER_OF_VALUES(
            Direction.ACCEPTS_LESS,
            false,
            "the parameter more or fewer times than in the example, which the rule allows"),
    SEPARATE_LINES(
            Direction.ACCEPTS_LESS, false, "the values of the list in header lines of their own, instead of in one"),

    // what XMLUnit compares otherwise
    XML_CDATA(Direction.ACCEPTS_LESS, false, "text in a CDATA section"),
    XML_INSTRUCTION(Direction.ACCEPTS_LESS, false, "a processing instruction"),
    XML_NAMESPACE(Direction.ACCEPTS_MORE, false, "a namespace on an element that has none in the example"),
    XML_CHILDREN(
            Direction.ACCEPTS_LESS, false, "another number of an element than in the example, which the rule allows"),
    XML_MIXED(Direction.ACCEPTS_LESS, false, "text beside elements, which the rule on the element around them allows"),

    // parts
    MULTIPART_PARTS(Direction.ACCEPTS_MORE, false, "further parts, or the same parts in another order"),

    // the header that asks for a state
    STATE_PARAMETERS(
            Direction.ACCEPTS_LESS,
            false,
            "some of a state's parameters, or in another order or spelling; exact are its name alone, one parameter, or all"),
    SEVERAL_STATES(
            Direction.ACCEPTS_MORE,
            false,
            "several headers Pact-Provider-State of which the interaction has one; Pact's stub wants all"),

    // what a template cannot make
    EXAMPLE_AS_RESPONSE(
            Direction.RESPONDS_DIFFERENTLY,
            false,
            "the example each time: WireMock's templates have no such generator"),
    NARROWER_RESPONSE(
            Direction.RESPONDS_DIFFERENTLY,
            false,
            "with fewer of the possible values, e.g. small letters instead of both");

    /** To which side the two differ. */
    public enum Direction {
        /** Stock WireMock accepts what Pact refuses. */
        ACCEPTS_MORE("accepts more"),
        /** Stock WireMock refuses what Pact accepts. */
        ACCEPTS_LESS("accepts less"),
        /** Stock WireMock answers, but not as the contract's stub does. */
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

    /** To which side. */
    public Direction direction() {
        return direction;
    }

    /** Whether it holds for every mapping, because it lies in how WireMock reads a request; then no rule reports it. */
    public boolean everywhere() {
        return everywhere;
    }

    /** What is accepted, refused or answered, e.g. {@code "text in a CDATA section"}. */
    public String what() {
        return what;
    }

    /** Those that hold for every mapping. */
    public static List<Deviation> ofEveryMapping() {
        return Arrays.stream(values()).filter(Deviation::everywhere).toList();
    }
}
