package dev.treaty.consumer.billing;

import com.stripe.model.Charge;
import com.stripe.param.ChargeListParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The money that Stripe collected. */
public final class StripeLedger {

    private final StripeConnection stripe;
    private final int pageSize;

    /**
     * The ledger of the connection's account.
     *
     * @param pageSize how many charges to request at a time, 1 to 100
     */
    public StripeLedger(StripeConnection stripe, int pageSize) {
        this.stripe = stripe;
        this.pageSize = pageSize;
    }

    /**
     * Lists all charges since a moment, newest first; declined ones are left out.
     *
     * @param since to the second, inclusive
     * @throws StripeFailure if a page cannot be read; there is no partial ledger
     */
    public List<LedgerEntry> since(Instant since) {
        var parameters = ChargeListParams.builder()
                .setLimit((long) pageSize)
                .setCreated(ChargeListParams.Created.builder()
                        .setGte(since.getEpochSecond())
                        .build());
        var charges = new ArrayList<Charge>();
        var more = true;
        while (more) {
            // Not stripe-java's own iterator, which hides the failure of a later page in a bare RuntimeException.
            var page = stripe.send("charges since " + since, v1 -> v1.charges().list(parameters.build()));
            charges.addAll(page.getData());
            more = page.getHasMore() && !page.getData().isEmpty();
            if (more) {
                parameters.setStartingAfter(charges.get(charges.size() - 1).getId());
            }
        }
        return charges.stream().filter(Charge::getPaid).map(LedgerEntry::of).toList();
    }
}
