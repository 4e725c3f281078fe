package dev.treaty.stubs.stripe.resource;

import dev.treaty.stubs.stripe.surface.Operation;
import dev.treaty.stubs.stripe.surface.Shape;
import dev.treaty.stubs.stripe.surface.Surface;
import dev.treaty.stubs.vendor.world.ObjectKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The kinds of objects: what their ids look like, and by what they are listed. */
public final class ResourceKinds {

    /** Kind, prefix of its ids, random characters of its ids, what error messages call it, what they call its id in a path. */
    private static final String TABLE = """
            account                             acct_       16  account                            account
            apple_pay_domain                    apwc_       24  apple_pay_domain                   id
            application                         ca_         24  application                        id
            application_fee                     fee_        24  application_fee                    id
            apps.secret                         appsecret_  24  secret                             id
            balance_transaction                 txn_        24  balance_transaction                id
            bank_account                        ba_         24  bank_account                       id
            billing.alert                       alrt_       24  alert                              id
            billing.credit_balance_transaction  cbtxn_      24  credit_balance_transaction         id
            billing.credit_grant                credgr_     24  credit_grant                       id
            billing.meter                       mtr_        24  meter                              id
            billing_portal.configuration        bpc_        24  configuration                      configuration
            billing_portal.session              bps_        24  session                            session
            card                                card_       24  card                               id
            charge                              ch_         24  charge                             id
            checkout.session                    cs_test_    58  checkout.session                   session
            climate.order                       climorder_  24  order                              id
            climate.product                     climsku_    24  product                            id
            climate.supplier                    climsup_    24  supplier                           id
            confirmation_token                  ctoken_     24  confirmationtoken                  confirmation_token
            coupon                              -            8  coupon                             coupon
            credit_note                         cn_         24  credit_note                        id
            credit_note_line_item               cnli_       24  credit_note_line_item              id
            customer                            cus_        14  customer                           id
            customer_balance_transaction        cbtxn_      24  customer_balance_transaction       transaction
            customer_cash_balance_transaction   ccsbtxn_    24  customer_cash_balance_transaction  id
            discount                            di_         24  discount                           id
            dispute                             du_         24  dispute                            dispute
            entitlements.active_entitlement     ent_        24  active_entitlement                 id
            entitlements.feature                feat_       24  feature                            id
            ephemeral_key                       ephkey_     24  ephemeral_key                      key
            event                               evt_        24  event                              id
            fee_refund                          fr_         24  fee_refund                         id
            file                                file_       24  file                               file
            file_link                           link_       24  file_link                          link
            financial_connections.account       fca_        24  account                            id
            financial_connections.session       fcsess_     24  session                            id
            financial_connections.transaction   fctxn_      24  transaction                        id
            forwarding.request                  fwdreq_     24  request                            id
            identity.verification_report        vr_         24  verification_report                id
            identity.verification_session       vs_         24  verification_session               id
            invoice                             in_         24  invoice                            invoice
            invoice_payment                     inpay_      24  invoice_payment                    invoice_payment
            invoice_rendering_template          inrtem_     24  invoice_rendering_template         id
            invoiceitem                         ii_         24  invoiceitem                        invoiceitem
            issuing.authorization               iauth_      24  authorization                      id
            issuing.card                        ic_         24  card                               id
            issuing.cardholder                  ich_        24  cardholder                         id
            issuing.dispute                     idp_        24  dispute                            id
            issuing.token                       intok_      24  token                              id
            issuing.transaction                 ipi_        24  transaction                        id
            item                                li_         24  item                               item
            line_item                           il_         24  line_item                          line_item_id
            mandate                             mandate_    24  mandate                            mandate
            payment_intent                      pi_         24  payment_intent                     intent
            payment_link                        plink_      24  payment_link                       payment_link
            payment_method                      pm_         24  PaymentMethod                      payment_method
            payment_method_configuration        pmc_        24  payment_method_configuration       configuration
            payment_method_domain               pmd_        24  payment_method_domain              payment_method_domain
            payout                              po_         24  payout                             payout
            person                              person_     14  person                             person
            plan                                plan_       14  plan                               plan
            price                               price_      24  price                              price
            product                             prod_       14  product                            id
            product_feature                     prodft_     24  product_feature                    id
            promotion_code                      promo_      24  promotion_code                     promotion_code
            quote                               qt_         24  quote                              quote
            radar.early_fraud_warning           issfr_      24  early_fraud_warning                id
            radar.value_list                    rsl_        24  value_list                         id
            radar.value_list_item               rsli_       24  value_list_item                    id
            refund                              re_         24  refund                             refund
            reporting.report_run                frr_        24  report_run                         id
            review                              prv_        24  review                             review
            scheduled_query_run                 sqr_        24  scheduled_query_run                id
            setup_attempt                       setatt_     24  setup_attempt                      id
            setup_intent                        seti_       24  setupintent                        intent
            shipping_rate                       shr_        24  shipping_rate                      shipping_rate_token
            source                              src_        24  source                             source
            source_transaction                  srctxn_     24  source_transaction                 id
            subscription                        sub_        24  subscription                       id
            subscription_item                   si_         14  subscription_item                  item
            subscription_schedule               sub_sched_  24  subscription_schedule              schedule
            tax.calculation                     taxcalc_    24  calculation                        id
            tax.registration                    taxreg_     24  registration                       id
            tax.transaction                     tax_        24  transaction                        id
            tax.transaction_line_item           tax_li_     24  transaction_line_item              id
            tax_code                            txcd_        8  tax_code                           id
            tax_id                              txi_        24  tax_id                             id
            tax_rate                            txr_        24  tax_rate                           tax_rate
            terminal.configuration              tmc_        24  configuration                      id
            terminal.location                   tml_        24  location                           id
            terminal.reader                     tmr_        24  reader                             id
            test_helpers.test_clock             clock_      24  test_clock                         test_clock
            token                               tok_        24  token                              token
            topup                               tu_         24  topup                              topup
            transfer                            tr_         24  transfer                           transfer
            transfer_reversal                   trr_        24  transfer_reversal                  id
            treasury.credit_reversal            credrev_    24  credit_reversal                    id
            treasury.debit_reversal             debrev_     24  debit_reversal                     id
            treasury.financial_account          fa_         24  financial_account                  id
            treasury.inbound_transfer           ibt_        24  inbound_transfer                   id
            treasury.outbound_payment           obp_        24  outbound_payment                   id
            treasury.outbound_transfer          obt_        24  outbound_transfer                  id
            treasury.received_credit            rc_         24  received_credit                    id
            treasury.received_debit             rd_         24  received_debit                     id
            treasury.transaction                trxn_       24  transaction                        id
            treasury.transaction_entry          trxne_      24  transaction_entry                  id
            webhook_endpoint                    we_         24  webhook_endpoint                   webhook_endpoint
            """;

    /** Parameters of lists that are not fields of the objects in them. */
    private static final Set<String> NO_FIELDS =
            Set.of("created", "limit", "starting_after", "ending_before", "expand", "query", "page");

    /** What lists are filtered by beyond what the data says. */
    private static final Map<String, List<String>> MORE_INDEXES = Map.of(
            "payment_method", List.of("customer"),
            "price", List.of("lookup_key"),
            "subscription_item", List.of("subscription"),
            "invoice", List.of("_subscription"),
            "invoice_payment", List.of("invoice"),
            "customer_balance_transaction", List.of("customer"),
            "tax_id", List.of("customer"),
            "refund", List.of("charge", "payment_intent"));

    /** Kinds whose ids clients may choose. */
    private static final List<String> CHOSEN_IDS = List.of("coupon", "product", "plan");

    private static final Map<String, String[]> ROWS = rows();
    private static final Map<String, ResourceKind> KINDS = new ConcurrentHashMap<>();

    private ResourceKinds() {}

    /** The kind with this name; one that the table does not have gets a prefix made of its name. */
    public static ResourceKind of(String name) {
        return KINDS.computeIfAbsent(name, ResourceKinds::create);
    }

    /** The kinds that an id may belong to, by its prefix; those with an id of the client's choice if no prefix fits. */
    public static List<String> byId(String id) {
        var fitting = ROWS.values().stream()
                .filter(row -> !row[1].equals("-") && id.startsWith(row[1]))
                .sorted(Comparator.comparingInt((String[] row) -> row[1].length())
                        .reversed())
                .map(row -> row[0])
                .toList();
        return fitting.isEmpty()
                ? CHOSEN_IDS
                : Stream.concat(fitting.stream(), CHOSEN_IDS.stream())
                        .distinct()
                        .toList();
    }

    private static ResourceKind create(String name) {
        var row = ROWS.get(name);
        var stored = ObjectKind.of(name, indexes(name).toArray(String[]::new));
        return row == null
                ? new ResourceKind(name, abbreviation(name) + "_", 24, name, "id", stored)
                : new ResourceKind(
                        name, row[1].equals("-") ? "" : row[1], Integer.parseInt(row[2]), row[3], row[4], stored);
    }

    private static Map<String, String[]> rows() {
        var rows = new HashMap<String, String[]>();
        TABLE.lines().map(line -> line.split(" +", -1)).forEach(row -> rows.put(row[0], row));
        return rows;
    }

    /** The first letters of the words, e.g. {@code "tti"} for treasury.transaction_item. */
    private static String abbreviation(String name) {
        var letters = new StringBuilder();
        for (var word : name.split("[._]", -1)) {
            letters.append(word.charAt(0));
        }
        return letters.length() > 1 ? letters.toString() : name;
    }

    private static Set<String> indexes(String name) {
        var indexes = new TreeSet<>(MORE_INDEXES.getOrDefault(name, List.of()));
        indexes.add("_parent");
        var surface = Surface.get();
        var object = surface.object(name);
        for (var operation : surface.operations()) {
            if (operation.isList() && operation.kind().equals(name) && object.isPresent()) {
                indexes.addAll(filters(operation, object.get()));
            }
        }
        return indexes;
    }

    private static Set<String> filters(Operation list, Shape object) {
        var filters = new TreeSet<String>();
        list.parameters().fields().forEach((parameter, shape) -> {
            var isField = object.field(parameter).map(Shape::type).filter(ResourceKinds::isIndexable);
            if (!NO_FIELDS.contains(parameter) && isField.isPresent()) {
                filters.add(parameter);
            }
        });
        return filters;
    }

    private static boolean isIndexable(Shape.Type type) {
        return switch (type) {
            case STR, ENUM, ID, BOOL -> true;
            default -> false;
        };
    }
}
