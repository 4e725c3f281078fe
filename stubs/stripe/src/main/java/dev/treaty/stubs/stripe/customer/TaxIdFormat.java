package dev.treaty.stubs.stripe.customer;

import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.vendor.VendorError;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What tax ids look like. Stripe checks that at once, and only later whether they exist. Types that are not here are not checked.
 *
 * @see <a href="https://docs.stripe.com/billing/customer/tax-ids#supported-tax-id">Stripe, supported tax id types</a>
 */
final class TaxIdFormat {

    private static final Map<String, Pattern> FORMATS = """
            ae_trn      \\d{15}
            au_abn      \\d{11}
            au_arn      \\d{12}
            br_cnpj     \\d{2}\\.?\\d{3}\\.?\\d{3}/?\\d{4}-?\\d{2}
            br_cpf      \\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d{2}
            ca_bn       \\d{9}
            ca_gst_hst  \\d{9}RT\\d{4}
            ch_uid      CHE-?\\d{3}\\.?\\d{3}\\.?\\d{3}( (HR|MWST))?
            ch_vat      CHE-?\\d{3}\\.?\\d{3}\\.?\\d{3} (MWST|TVA|IVA)
            es_cif      [A-Z]\\d{7}[0-9A-Z]
            eu_vat      (AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[0-9A-Z+*]{8,12}
            gb_vat      GB(\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3})
            hk_br       \\d{8}
            id_npwp     \\d{2}\\.?\\d{3}\\.?\\d{3}\\.?\\d-?\\d{3}\\.?\\d{3}
            in_gst      [0-9A-Z]{15}
            jp_cn       \\d{13}
            jp_rn       \\d{5}
            jp_trn      T\\d{13}
            kr_brn      \\d{3}-?\\d{2}-?\\d{5}
            mx_rfc      [A-Z&\\u00D1]{3,4}\\d{6}[0-9A-Z]{3}
            no_vat      \\d{9}MVA
            nz_gst      \\d{8,9}
            sg_gst      M\\d{8}[A-Z]|\\d{9}[A-Z]|[A-Z0-9]{9,10}
            th_vat      \\d{13}
            tr_tin      \\d{10}
            us_ein      \\d{2}-\\d{7}
            za_vat      \\d{10}
            """.lines()
            .map(line -> line.split(" +", 2))
            .collect(Collectors.toMap(row -> row[0], row -> Pattern.compile(row[1])));

    private TaxIdFormat() {}

    /**
     * Refuses a value that cannot be a tax id of its type.
     *
     * @throws VendorError 400 {@code tax_id_invalid}
     */
    static void check(String type, String value) {
        var format = FORMATS.get(type);
        if (format != null && !format.matcher(value).matches()) {
            throw StripeError.invalid("Invalid value for %s.".formatted(type))
                    .code("tax_id_invalid")
                    .param("value")
                    .refusal();
        }
    }
}
