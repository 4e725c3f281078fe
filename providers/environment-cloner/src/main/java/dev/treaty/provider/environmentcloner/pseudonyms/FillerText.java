package dev.treaty.provider.environmentcloner.pseudonyms;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Texts without a meaning, in the language of the original: its most frequent words tell which that is. */
final class FillerText {

    private static final FillerText ENGLISH = new FillerText(
            "the and is of to in that for with was you this have are not it on be",
            "table window evening garden letter river morning paper kitchen music answer journey winter colour market bridge summer"
                    + " corner village harbour forest candle basket mountain the a of and with under behind before quiet little green"
                    + " warm early narrow walks opens carries finds keeps turns waits follows");

    private static final FillerText GERMAN = new FillerText(
            "der die das und ist nicht ich wir zu ein eine mit für auf den von im sie",
            "Tisch Fenster Abend Garten Brief Fluss Morgen Papier Küche Musik Antwort Reise Winter Farbe Markt Brücke Sommer Ecke Dorf"
                    + " Hafen Wald Kerze Korb Berg der die ein und mit unter hinter vor still klein grün warm früh schmal geht öffnet"
                    + " trägt findet hält wendet wartet folgt");

    private static final FillerText FRENCH = new FillerText(
            "le la les et est pas je nous un une avec pour sur des du que vous dans",
            "table fenêtre soir jardin lettre rivière matin papier cuisine musique réponse voyage hiver couleur marché pont été coin"
                    + " village port forêt bougie panier montagne le la un et avec sous derrière avant calme petit vert chaud tôt étroit"
                    + " marche ouvre porte trouve garde tourne attend suit");

    private static final FillerText SPANISH = new FillerText(
            "el la los y es no yo un una con para por en del que las se lo",
            "mesa ventana tarde jardín carta río mañana papel cocina música respuesta viaje invierno color mercado puente verano esquina"
                    + " pueblo puerto bosque vela cesta montaña el la un y con bajo tras antes quieto pequeño verde cálido temprano"
                    + " estrecho camina abre lleva encuentra guarda gira espera sigue");

    private static final FillerText LATIN = new FillerText(
            "",
            "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua"
                    + " enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat");

    /** Those that are told by their words. */
    private static final List<FillerText> LANGUAGES = List.of(ENGLISH, GERMAN, FRENCH, SPANISH);

    /** In which of the languages a word is frequent, a bit for each. */
    private static final Map<String, Integer> FREQUENT = frequentWords();

    private static final int MOST_WORDS_READ = 60;
    private static final int WORDS_OF_SENTENCE = 9;

    private final List<String> frequent;
    private final List<String> words;

    private FillerText(String frequent, String words) {
        this.frequent = List.of(frequent.split(" ", -1));
        this.words = List.of(words.split(" ", -1));
    }

    private static Map<String, Integer> frequentWords() {
        var frequent = new HashMap<String, Integer>();
        for (var i = 0; i < LANGUAGES.size(); i++) {
            for (var word : LANGUAGES.get(i).frequent) {
                frequent.merge(word, 1 << i, (some, more) -> some | more);
            }
        }
        return Map.copyOf(frequent);
    }

    /** A text with as many characters as the original. */
    static String like(String original, HashBits bits) {
        return languageOf(original).text(original.length(), bits);
    }

    private static FillerText languageOf(String text) {
        var counts = new int[LANGUAGES.size()];
        var read = 0;
        var start = 0;
        for (var i = 0; i <= text.length() && read < MOST_WORDS_READ; ) {
            var character = i < text.length() ? text.codePointAt(i) : ' ';
            var next = i + Character.charCount(character);
            if (!Character.isLetter(character)) {
                if (i > start) {
                    count(text.substring(start, i), counts);
                    read++;
                }
                start = next;
            }
            i = next;
        }
        return mostFrequent(counts);
    }

    private static void count(String word, int[] counts) {
        var languages = FREQUENT.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
        for (var i = 0; i < counts.length; i++) {
            counts[i] += languages >> i & 1;
        }
    }

    /** The first one of those with most words. */
    private static FillerText mostFrequent(int[] counts) {
        var found = LATIN;
        var most = 0;
        for (var i = 0; i < counts.length; i++) {
            if (counts[i] > most) {
                found = LANGUAGES.get(i);
                most = counts[i];
            }
        }
        return found;
    }

    private String text(int length, HashBits bits) {
        var text = new StringBuilder(length + WORDS_OF_SENTENCE);
        for (var word = 0; text.length() < length; word++) {
            var isFirst = word % WORDS_OF_SENTENCE == 0;
            if (word > 0) {
                text.append(isFirst ? ". " : " ");
            }
            var next = bits.next(words);
            text.append(isFirst ? next.substring(0, 1).toUpperCase(Locale.ROOT) + next.substring(1) : next);
        }
        text.setLength(length); // a column may have room for no more
        return text.toString();
    }
}
