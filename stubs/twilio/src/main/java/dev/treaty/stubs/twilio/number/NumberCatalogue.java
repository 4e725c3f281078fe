package dev.treaty.stubs.twilio.number;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import dev.treaty.stubs.twilio.api.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The numbers that are for sale: always the same. In North America, only 555-0100 to 555-0199, which are reserved for fiction. */
final class NumberCatalogue {

    private static final int COUNT = 100;
    private static final List<String> AREA_CODES =
            List.of("415", "212", "206", "303", "312", "404", "512", "602", "617", "702");
    private static final Map<String, PhoneNumberType> TYPES = Map.of(
            "Local", PhoneNumberType.FIXED_LINE,
            "Mobile", PhoneNumberType.MOBILE,
            "TollFree", PhoneNumberType.TOLL_FREE);

    private NumberCatalogue() {}

    /** The numbers of an area code of North America. */
    static Stream<PhoneNumber> inAreaCode(String areaCode) {
        return IntStream.range(0, COUNT)
                .mapToObj(index -> new PhoneNumber(String.format(Locale.ROOT, "+1%s55501%02d", areaCode, index)));
    }

    /**
     * The numbers of a country.
     *
     * @param country ISO 3166-1, e.g. {@code "US"}
     * @param type {@code "Local"}, {@code "Mobile"} or {@code "TollFree"}
     */
    static Stream<PhoneNumber> of(String country, String type) {
        if (!country.equals("US") && !country.equals("CA")) {
            return abroad(country, TYPES.getOrDefault(type, PhoneNumberType.FIXED_LINE));
        }
        return switch (type) {
            case "TollFree" -> inAreaCode("888");
            case "Mobile" -> Stream.of();
            default ->
                (country.equals("US") ? AREA_CODES : List.of("416", "604"))
                        .stream().flatMap(NumberCatalogue::inAreaCode);
        };
    }

    /** The numbers that differ from the country's example number in their last two digits. */
    private static Stream<PhoneNumber> abroad(String country, PhoneNumberType type) {
        var numbers = PhoneNumberUtil.getInstance();
        var example = numbers.getExampleNumberForType(country, type);
        if (example == null) {
            return Stream.of();
        }
        var text = numbers.format(example, PhoneNumberUtil.PhoneNumberFormat.E164);
        var prefix = text.substring(0, text.length() - 2);
        return IntStream.range(0, COUNT)
                .mapToObj(index -> new PhoneNumber(String.format(Locale.ROOT, "%s%02d", prefix, index)));
    }

    /** The countries in which there are numbers. */
    static List<String> countries() {
        return PhoneNumberUtil.getInstance().getSupportedRegions().stream()
                .sorted()
                .toList();
    }
}
