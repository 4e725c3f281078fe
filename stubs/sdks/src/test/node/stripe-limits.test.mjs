// What Stripe's documents say cannot be, with npm stripe: limits, formats, parameters that do not go together.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripeAccount } from './support.mjs';

const intent = { amount: 5000, currency: 'usd' };
const monthly = { currency: 'usd', unit_amount: 1000, product_data: { name: 'Plan' }, recurring: { interval: 'month' } };

const refused = {
  'a redirect address without a confirmation': [
    (stripe) => stripe.paymentIntents.create({ ...intent, return_url: 'https://example.com' }),
    { param: 'return_url', message: /unless `confirm` is set to true/ },
  ],
  'an absent customer without a confirmation': [
    (stripe) => stripe.paymentIntents.create({ ...intent, off_session: true }),
    { param: 'off_session' },
  ],
  'iDEAL in dollars': [
    (stripe) => stripe.paymentIntents.create({ ...intent, payment_method_types: ['ideal'] }),
    { message: 'The currency provided (usd) is invalid. Payments with ideal support the following currencies: eur.' },
  ],
  'three decimals that do not end with 0': [
    (stripe) => stripe.paymentIntents.create({ amount: 5001, currency: 'kwd' }),
    { param: 'amount' },
  ],
  'parts of an Icelandic króna': [
    (stripe) => stripe.paymentIntents.create({ amount: 5050, currency: 'isk' }),
    { param: 'amount' },
  ],
  'an interval of four years': [
    (stripe) => stripe.prices.create({ ...monthly, recurring: { interval: 'year', interval_count: 4 } }),
    { param: 'recurring[interval_count]' },
  ],
  'a routing number with a wrong check digit': [
    (stripe) =>
      stripe.paymentMethods.create({
        type: 'us_bank_account',
        us_bank_account: { account_number: '000123456789', routing_number: '110000001', account_holder_type: 'individual' },
        billing_details: { name: 'Jane' },
      }),
    { code: 'routing_number_invalid' },
  ],
};

for (const [what, [request, error]] of Object.entries(refused)) {
  test(`${what} is refused`, async () => {
    await assert.rejects(request(stripeAccount().stripe), { statusCode: 400, type: 'StripeInvalidRequestError', ...error });
  });
}

test('a wrong client secret is refused', async () => {
  const { stripe } = stripeAccount();
  const { id } = await stripe.paymentIntents.create(intent);
  await assert.rejects(stripe.paymentIntents.retrieve(id, { client_secret: `${id}_secret_wrong` }), { statusCode: 400, param: 'client_secret' });
});

test('a tax id must look like one of its type', async () => {
  const { stripe } = stripeAccount();
  const { id } = await stripe.customers.create();
  await assert.rejects(stripe.customers.createTaxId(id, { type: 'eu_vat', value: '12' }), { statusCode: 400, code: 'tax_id_invalid', param: 'value' });
  assert.equal((await stripe.customers.createTaxId(id, { type: 'eu_vat', value: 'DE123456789' })).country, 'DE');
});

test('a saved card cannot be changed to one that has expired', async () => {
  const { stripe } = stripeAccount();
  const { id } = await stripe.customers.create();
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: id });
  await assert.rejects(stripe.paymentMethods.update(card.id, { card: { exp_month: 1, exp_year: 2001 } }), { code: 'invalid_expiry_year' });
});

test('an account has at most 16 webhook endpoints', async () => {
  const { stripe } = stripeAccount();
  const endpoint = { url: 'http://127.0.0.1:9/', enabled_events: ['customer.created'] };
  await Promise.all(Array.from({ length: 16 }, () => stripe.webhookEndpoints.create(endpoint)));
  await assert.rejects(stripe.webhookEndpoints.create(endpoint), { statusCode: 400, message: /maximum of 16/ });
});

test('days until an invoice is due need a subscription that sends invoices', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create({ payment_method: 'pm_card_visa' });
  const price = await stripe.prices.create(monthly);
  await assert.rejects(stripe.subscriptions.create({ customer: customer.id, items: [{ price: price.id }], days_until_due: 5 }), {
    statusCode: 400,
    param: 'days_until_due',
  });
});

test('a session that starts with a trial costs nothing now', async () => {
  const { stripe } = stripeAccount();
  const price = await stripe.prices.create(monthly);
  const session = await stripe.checkout.sessions.create({
    mode: 'subscription',
    line_items: [{ price: price.id, quantity: 1 }],
    subscription_data: { trial_period_days: 7 },
    success_url: 'https://example.com',
  });
  assert.equal(session.amount_total, 0);
});

test('a dispute is there right after the payment, and lost if nobody responds in time', async () => {
  const { stripe, control } = stripeAccount();
  const { latest_charge: charge } = await stripe.paymentIntents.create({
    ...intent,
    payment_method: 'pm_card_createDispute',
    payment_method_types: ['card'],
    confirm: true,
  });
  const [dispute] = (await stripe.disputes.list({ charge })).data;
  assert.equal(dispute.status, 'needs_response');
  await control.advance('P30D');
  const lost = await stripe.disputes.retrieve(dispute.id);
  assert.deepEqual([lost.status, lost.evidence_details.past_due], ['lost', true]);
});

test('generic objects have ids like those of Stripe, and are active', async () => {
  const { stripe } = stripeAccount();
  const meter = await stripe.billing.meters.create({ display_name: 'Calls', event_name: 'call', default_aggregation: { formula: 'sum' } });
  const list = await stripe.radar.valueLists.create({ alias: 'blocked', name: 'Blocked' });
  const rate = await stripe.shippingRates.create({ display_name: 'Ground', type: 'fixed_amount', fixed_amount: { amount: 500, currency: 'usd' } });
  assert.match(meter.id, /^mtr_/);
  assert.match(list.id, /^rsl_/);
  assert.equal(rate.active, true);
});
