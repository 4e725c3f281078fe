package dev.treaty.provider.environmentcloner.anonymise;

import dev.treaty.provider.environmentcloner.pseudonyms.EmailAddresses;
import java.util.Collection;
import java.util.regex.Pattern;

/** What lets a column, or a member of a document, look like personal data: how it is called, or what is in it. */
final class PersonalDataSigns {

    private static final Pattern NAME = Pattern.compile(
            "(.*_)?(e_?mail|phone|mobile|fax|tel|address|street|postcode|zip|birth(_?(day|date|place))?|iban|passport|ssn|tax_id|ip)(_.*)?"
                    + "|.*(first|last|full|given|family|guest|payer|customer|contact|user|person|sender|recipient|holder|display|maiden|sur)_?name"
                    + "|(.*_)?(notes?|comments?|content|body|message)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PHONE = Pattern.compile("(\\+|00?)[1-9][\\d ()./-]{6,18}");

    private PersonalDataSigns() {}

    /** Whether personal data are called so, in any spelling: {@code guest_email}, {@code guestEmail}. */
    static boolean isName(String name) {
        return NAME.matcher(name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2")).matches();
    }

    /** Whether more than half of the values are addresses or numbers of people. */
    static boolean areValues(Collection<String> sample) {
        var personal = sample.stream().filter(PersonalDataSigns::isValue).count();
        return 2 * personal > sample.size();
    }

    private static boolean isValue(String value) {
        return EmailAddresses.PATTERN.matcher(value).find()
                || PHONE.matcher(value).matches();
    }
}
