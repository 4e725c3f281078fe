// Refunds, disputes and the balance with npm stripe, written against docs.stripe.com.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripeAccount } from './support.mjs';

const PAID = {
  amount: 2000, currency: 'usd', payment_method: 'pm_card_visa', confirm: true,
  automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
};

async function refused(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new assert.AssertionError({ message: 'the request was not refused' });
}

const types = async (stripe) => (await stripe.events.list({ limit: 100 })).data.map((event) => event.type).reverse();

test('a payment is refunded in full', async () => {
  const { stripe } = stripeAccount();
  const paid = await stripe.paymentIntents.create(PAID);
  const refund = await stripe.refunds.create({ payment_intent: paid.id, reason: 'requested_by_customer', metadata: { note: 'G-17' } });
  assert.equal(refund.amount, 2000);
  assert.equal(refund.status, 'succeeded');
  assert.equal(refund.charge, paid.latest_charge);
  assert.equal(refund.payment_intent, paid.id);
  assert.equal(refund.reason, 'requested_by_customer');
  const charge = await stripe.charges.retrieve(paid.latest_charge, { expand: ['refunds'] });
  assert.equal(charge.refunded, true);
  assert.equal(charge.amount_refunded, 2000);
  assert.deepEqual(charge.refunds.data.map((each) => each.id), [refund.id]);
  assert.deepEqual((await types(stripe)).slice(-2), ['refund.created', 'charge.refunded']);
});

test('a payment is refunded in parts, and no more than was paid', async () => {
  const { stripe } = stripeAccount();
  const { latest_charge: charge } = await stripe.paymentIntents.create(PAID);
  await stripe.refunds.create({ charge, amount: 500 });
  assert.equal((await stripe.charges.retrieve(charge)).refunded, false);
  const tooMuch = await refused(stripe.refunds.create({ charge, amount: 1600 }));
  assert.equal(tooMuch.statusCode, 400);
  assert.equal(tooMuch.param, 'amount');
  assert.equal(tooMuch.code, undefined);
  assert.equal(tooMuch.message, 'Refund amount ($16.00) is greater than unrefunded amount on charge ($15.00)');
  const rest = await stripe.refunds.create({ charge });
  assert.equal(rest.amount, 1500);
  const twice = await refused(stripe.refunds.create({ charge }));
  assert.equal(twice.code, 'charge_already_refunded');
  assert.equal(twice.message, `Charge ${charge} has already been refunded.`);
  const list = await stripe.refunds.list({ charge });
  assert.deepEqual(list.data.map((each) => each.amount), [1500, 500]);
});

test('what was only reserved, canceled or never paid is not refunded', async () => {
  const { stripe } = stripeAccount();
  const reserved = await stripe.paymentIntents.create({ ...PAID, capture_method: 'manual' });
  const uncaptured = await refused(stripe.refunds.create({ payment_intent: reserved.id }));
  assert.equal(uncaptured.statusCode, 400);
  assert.equal(uncaptured.code, undefined);
  await stripe.paymentIntents.cancel(reserved.id);
  const canceled = await refused(stripe.refunds.create({ payment_intent: reserved.id }));
  assert.equal(canceled.message, `This PaymentIntent (${reserved.id}) does not have a successful charge to refund.`);
  const unpaid = await stripe.paymentIntents.create({ amount: 2000, currency: 'usd' });
  assert.match((await refused(stripe.refunds.create({ payment_intent: unpaid.id }))).message, /does not have a successful charge/);
});

test('a refund takes the money back from the balance', async () => {
  const { stripe } = stripeAccount();
  const paid = await stripe.paymentIntents.create(PAID);
  const refund = await stripe.refunds.create({ payment_intent: paid.id, expand: ['balance_transaction'] });
  assert.equal(refund.balance_transaction.amount, -2000);
  assert.equal(refund.balance_transaction.fee, 0);
  assert.equal(refund.balance_transaction.type, 'refund');
  const transactions = await stripe.balanceTransactions.list({ limit: 10 });
  assert.deepEqual(transactions.data.map((each) => each.type), ['refund', 'charge']);
});

test('a refund is changed only by its metadata, and canceled only while it is pending', async () => {
  const { stripe } = stripeAccount();
  const paid = await stripe.paymentIntents.create(PAID);
  const refund = await stripe.refunds.create({ payment_intent: paid.id });
  assert.deepEqual((await stripe.refunds.update(refund.id, { metadata: { a: '1' } })).metadata, { a: '1' });
  assert.equal((await refused(stripe.refunds.cancel(refund.id))).statusCode, 400);
});

test('the refund of 7726 is pending, and succeeds later', async () => {
  const { stripe, control } = stripeAccount();
  const paid = await stripe.paymentIntents.create({ ...PAID, payment_method: 'pm_card_pendingRefund' });
  const refund = await stripe.refunds.create({ payment_intent: paid.id });
  assert.equal(refund.status, 'pending');
  await control.advance('PT1H');
  assert.equal((await stripe.refunds.retrieve(refund.id)).status, 'succeeded');
  assert.ok((await types(stripe)).includes('refund.updated'));
});

test('the refund of 5126 succeeds, and fails later', async () => {
  const { stripe, control } = stripeAccount();
  const paid = await stripe.paymentIntents.create({ ...PAID, payment_method: 'pm_card_refundFail' });
  const refund = await stripe.refunds.create({ payment_intent: paid.id });
  assert.equal(refund.status, 'succeeded');
  await control.advance('PT1H');
  const failed = await stripe.refunds.retrieve(refund.id);
  assert.equal(failed.status, 'failed');
  assert.equal(failed.failure_reason, 'expired_or_canceled_card');
  const after = await types(stripe);
  assert.ok(after.includes('refund.failed') && after.includes('charge.refund.updated'));
});

test('money becomes available after two days', async () => {
  const { stripe, control } = stripeAccount();
  await stripe.paymentIntents.create(PAID);
  const before = await stripe.balance.retrieve();
  assert.deepEqual(before.pending.map(({ amount, currency }) => [amount, currency]), [[1912, 'usd']]);
  assert.equal(before.available[0].amount, 0);
  await control.advance('P3D');
  const after = await stripe.balance.retrieve();
  assert.equal(after.available[0].amount, 1912);
  assert.equal(after.pending[0].amount, 0);
  assert.equal((await stripe.balanceTransactions.list()).data[0].status, 'available');
});

test('the money of 0077 is available at once, and can be paid out', async () => {
  const { stripe, control } = stripeAccount();
  await stripe.paymentIntents.create({ ...PAID, payment_method: 'pm_card_bypassPending' });
  assert.equal((await stripe.balance.retrieve()).available[0].amount, 1912);
  const tooMuch = await refused(stripe.payouts.create({ amount: 5000, currency: 'usd' }));
  assert.equal(tooMuch.code, 'balance_insufficient');
  const payout = await stripe.payouts.create({ amount: 1000, currency: 'usd' });
  assert.equal(payout.status, 'pending');
  assert.equal((await stripe.balance.retrieve()).available[0].amount, 912);
  await control.advance('P2D');
  assert.equal((await stripe.payouts.retrieve(payout.id)).status, 'paid');
});

test('a disputed payment is won with the right evidence', async () => {
  const { stripe, control } = stripeAccount();
  const paid = await stripe.paymentIntents.create({ ...PAID, payment_method: 'pm_card_createDispute' });
  await control.advance('PT1S');
  const [dispute] = (await stripe.disputes.list({ charge: paid.latest_charge })).data;
  assert.equal(dispute.status, 'needs_response');
  assert.equal(dispute.reason, 'fraudulent');
  assert.equal(dispute.amount, 2000);
  assert.equal((await stripe.charges.retrieve(paid.latest_charge)).disputed, true);
  const refund = await refused(stripe.refunds.create({ payment_intent: paid.id }));
  assert.equal(refund.code, 'charge_disputed');
  const submitted = await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: 'winning_evidence' }, submit: true });
  assert.equal(submitted.status, 'under_review');
  await control.advance('PT1H');
  const won = await stripe.disputes.retrieve(dispute.id);
  assert.equal(won.status, 'won');
  assert.equal(won.balance_transactions.length, 2);
  const told = (await types(stripe)).filter((type) => type.startsWith('charge.dispute'));
  assert.deepEqual(told, [
    'charge.dispute.created', 'charge.dispute.funds_withdrawn', 'charge.dispute.updated', 'charge.dispute.funds_reinstated',
    'charge.dispute.closed',
  ]);
});

test('an inquiry takes no money, and a dispute that is closed is lost', async () => {
  const { stripe, control } = stripeAccount();
  const paid = await stripe.paymentIntents.create({ ...PAID, payment_method: 'pm_card_createDisputeInquiry' });
  await control.advance('PT1S');
  const [inquiry] = (await stripe.disputes.list({ payment_intent: paid.id })).data;
  assert.equal(inquiry.status, 'warning_needs_response');
  assert.deepEqual(inquiry.balance_transactions, []);
  assert.equal((await stripe.disputes.close(inquiry.id)).status, 'lost');
  assert.equal((await refused(stripe.disputes.close(inquiry.id))).statusCode, 400);
});

test('a charge without a PaymentIntent is made with a token', async () => {
  const { stripe } = stripeAccount();
  const charge = await stripe.charges.create({ amount: 2000, currency: 'usd', source: 'tok_visa', description: 'legacy' });
  assert.equal(charge.status, 'succeeded');
  assert.equal(charge.payment_intent, null);
  const error = await refused(stripe.charges.create({ amount: 2000, currency: 'usd', source: 'tok_chargeDeclined' }));
  assert.equal(error.code, 'card_declined');
  assert.equal((await stripe.charges.retrieve(error.charge)).status, 'failed');
});

test('a customer has cards as before there were PaymentMethods', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create({ source: 'tok_visa' });
  assert.match(customer.default_source, /^card_/);
  const second = await stripe.customers.createSource(customer.id, { source: 'tok_mastercard' });
  assert.equal(second.brand, 'MasterCard');
  assert.equal((await stripe.customers.listSources(customer.id)).data.length, 2);
  assert.equal((await stripe.charges.create({ amount: 2000, currency: 'usd', customer: customer.id })).status, 'succeeded');
  assert.equal((await stripe.customers.deleteSource(customer.id, customer.default_source)).deleted, true);
  assert.equal((await stripe.customers.retrieve(customer.id)).default_source, null);
  assert.equal((await refused(stripe.customers.createSource(customer.id, { source: 'tok_chargeDeclined' }))).code, 'card_declined');
});

test('a balance transaction names what moved the money', async () => {
  const { stripe } = stripeAccount();
  const paid = await stripe.paymentIntents.create(PAID);
  const refund = await stripe.refunds.create({ payment_intent: paid.id });
  const { data } = await stripe.balanceTransactions.list({ expand: ['data.source'] });
  assert.deepEqual(data.map((each) => each.source.id), [refund.id, paid.latest_charge]);
  assert.equal((await stripe.balanceTransactions.list({ source: refund.id })).data.length, 1);
});

test('charges are listed by customer and by payment', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create();
  const paid = await stripe.paymentIntents.create({ ...PAID, customer: customer.id });
  await stripe.paymentIntents.create(PAID);
  assert.equal((await stripe.charges.list({ limit: 10 })).data.length, 2);
  assert.deepEqual((await stripe.charges.list({ customer: customer.id })).data.map((each) => each.payment_intent), [paid.id]);
  assert.equal((await stripe.charges.list({ payment_intent: paid.id })).data.length, 1);
});
