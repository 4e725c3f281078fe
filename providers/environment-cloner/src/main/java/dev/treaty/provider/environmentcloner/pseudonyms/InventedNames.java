package dev.treaty.provider.environmentcloner.pseudonyms;

import java.util.List;

/**
 * Names of persons, streets and towns that can be read aloud and that nobody has. A name from a list of real ones would sooner or later be that of
 * a person in the source, and then nobody could tell a pseudonym from an original that survived.
 */
final class InventedNames {

    private static final List<String> GIVEN_STARTS = List.of(
            "Al", "Be", "Ca", "De", "El", "Fa", "Ge", "Hi", "Io", "Ja", "Ke", "Li", "Mo", "Na", "Or", "Pa", "Qui", "Ro",
            "Sa", "Te", "Ul", "Vi", "Wi", "Xe", "Ya", "Zo");
    private static final List<String> GIVEN_ENDS = List.of(
            "dora", "vin", "lira", "mond", "neth", "ria", "sandar", "thea", "wyn", "zelo", "brix", "cora", "dall",
            "fenna", "gorn", "jessa", "kiro", "lomy", "mirel", "nox");
    private static final List<String> FAMILY_STARTS = List.of(
            "Amber", "Brack", "Cald", "Dunmer", "Elder", "Farrow", "Grend", "Hallow", "Iver", "Jasp", "Kesk", "Lodd",
            "Marl", "Nether", "Oster", "Pell", "Quarr", "Rusk", "Silver", "Thorn", "Umber", "Vander", "Wex", "Yarrow",
            "Zell");
    private static final List<String> FAMILY_MIDDLES = List.of(
            "a", "e", "i", "o", "u", "an", "en", "in", "on", "un", "ar", "er", "ir", "or", "ur", "al", "el", "il", "ol",
            "ul");
    private static final List<String> FAMILY_ENDS = List.of(
            "bach", "ford", "gate", "holt", "kamp", "leigh", "moor", "nock", "quist", "rode", "shaw", "stead",
            "thwaite", "vale", "wick", "zand");

    private static final int HOUSES = 999;
    private static final int POSTCODES = 1_000;

    private InventedNames() {}

    /** As many words as the original has, at most two: a family name alone, or a given name and a family name. */
    static String person(String original, HashBits bits) {
        var family = family(bits);
        return original.strip().indexOf(' ') < 0 ? family : given(bits) + " " + family;
    }

    private static String given(HashBits bits) {
        return bits.next(GIVEN_STARTS) + bits.next(GIVEN_ENDS);
    }

    private static String family(HashBits bits) {
        return bits.next(FAMILY_STARTS) + bits.next(FAMILY_MIDDLES) + bits.next(FAMILY_ENDS);
    }

    /** A street with a number; with a comma or a line break in the original also a town, with a postcode that no country uses. */
    static String address(String original, HashBits bits) {
        var street = family(bits) + " Street " + (1 + bits.next(HOUSES));
        if (original.indexOf(',') < 0 && original.indexOf('\n') < 0) {
            return street;
        }
        var postcode = String.valueOf(POSTCODES + bits.next(POSTCODES)).substring(1); // with its zeros at the front
        return street + ", 00" + postcode + " " + family(bits);
    }
}
