// Products, prices, coupons and invoices with npm stripe, written against docs.stripe.com.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripeAccount } from './support.mjs';

async function customerWith(stripe, card, more = {}) {
  return stripe.customers.create({ payment_method: card, invoice_settings: { default_payment_method: card }, ...more });
}

async function draftOver(stripe, customer, amount, more = {}) {
  const invoice = await stripe.invoices.create({ customer: customer.id, ...more });
  await stripe.invoiceItems.create({ customer: customer.id, invoice: invoice.id, amount, currency: 'usd', description: 'Work' });
  return invoice;
}

async function types(stripe) {
  return (await stripe.events.list({ limit: 100 })).data.map((event) => event.type).reverse();
}

test('a product is created with its price, and archived instead of deleted', async () => {
  const { stripe } = stripeAccount();
  const product = await stripe.products.create({
    name: 'Gold',
    default_price_data: { currency: 'usd', unit_amount: 2000, recurring: { interval: 'month' } },
  });
  const price = await stripe.prices.retrieve(product.default_price);
  assert.equal(price.type, 'recurring');
  assert.equal(price.recurring.interval_count, 1);
  await assert.rejects(stripe.products.del(product.id), { statusCode: 400, type: 'StripeInvalidRequestError' });
  assert.equal((await stripe.products.update(product.id, { active: false })).active, false);
});

test('a product without prices can be deleted', async () => {
  const { stripe } = stripeAccount();
  const product = await stripe.products.create({ name: 'Nothing' });
  assert.deepEqual({ ...(await stripe.products.del(product.id)) }, { id: product.id, object: 'product', deleted: true });
  await assert.rejects(stripe.products.retrieve(product.id), { statusCode: 404, code: 'resource_missing' });
});

test('a lookup key belongs to one price, and is transferred', async () => {
  const { stripe } = stripeAccount();
  const product = await stripe.products.create({ name: 'Standard' });
  const fields = { product: product.id, currency: 'usd', lookup_key: 'standard' };
  const first = await stripe.prices.create({ ...fields, unit_amount: 100 });
  await assert.rejects(stripe.prices.create({ ...fields, unit_amount: 200 }), { statusCode: 400, param: 'lookup_key' });
  const second = await stripe.prices.create({ ...fields, unit_amount: 200, transfer_lookup_key: true });
  assert.equal((await stripe.prices.retrieve(first.id)).lookup_key, null);
  assert.deepEqual((await stripe.prices.list({ lookup_keys: ['standard'] })).data.map((each) => each.id), [second.id]);
});

test('the amount of a price cannot be changed', async () => {
  const { stripe } = stripeAccount();
  const price = await stripe.prices.create({ currency: 'usd', unit_amount: 100, product_data: { name: 'A' } });
  await assert.rejects(stripe.prices.update(price.id, { unit_amount: 5 }), { code: 'parameter_unknown' });
  await assert.rejects(stripe.prices.create({ currency: 'usd', unit_amount: 1 }), { code: 'parameter_missing', param: 'product' });
});

test('coupons and promotion codes are unique', async () => {
  const { stripe } = stripeAccount();
  const coupon = await stripe.coupons.create({ id: 'Q25', percent_off: 25, duration: 'forever' });
  assert.equal(coupon.valid, true);
  await assert.rejects(stripe.coupons.create({ id: 'Q25', percent_off: 25, duration: 'forever' }), {
    code: 'resource_already_exists',
  });
  const code = { promotion: { type: 'coupon', coupon: 'Q25' }, code: 'SUMMER' };
  await stripe.promotionCodes.create(code);
  await assert.rejects(stripe.promotionCodes.create(code), { statusCode: 400 });
  assert.equal((await stripe.promotionCodes.list({ code: 'SUMMER' })).data.length, 1);
});

test('pending items become an invoice, which is finalized and paid', async () => {
  const { stripe } = stripeAccount();
  const customer = await customerWith(stripe, 'pm_card_visa');
  await stripe.invoiceItems.create({ customer: customer.id, amount: 2500, currency: 'usd', description: 'Work' });
  const draft = await stripe.invoices.create({ customer: customer.id, pending_invoice_items_behavior: 'include' });
  assert.deepEqual([draft.status, draft.amount_due, draft.number], ['draft', 2500, null]);
  const open = await stripe.invoices.finalizeInvoice(draft.id);
  assert.equal(open.status, 'open');
  assert.match(open.number, /^[A-Z0-9]{8}-0001$/);
  assert.ok(open.hosted_invoice_url && open.invoice_pdf);
  const paid = await stripe.invoices.pay(draft.id, { expand: ['payments'] });
  assert.deepEqual([paid.status, paid.amount_paid, paid.amount_remaining], ['paid', 2500, 0]);
  const intent = await stripe.paymentIntents.retrieve(paid.payments.data[0].payment.payment_intent);
  assert.equal(intent.status, 'succeeded');
  const told = await types(stripe);
  const order = ['invoice.created', 'invoice.finalized', 'payment_intent.succeeded', 'invoice.paid', 'invoice.payment_succeeded'];
  assert.deepEqual(told.filter((type) => order.includes(type)), order);
});

test('there is nothing to invoice without pending items', async () => {
  const { stripe } = stripeAccount();
  const customer = await customerWith(stripe, 'pm_card_visa');
  await assert.rejects(stripe.invoices.create({ customer: customer.id, pending_invoice_items_behavior: 'include' }), {
    code: 'invoice_no_customer_line_items',
    message: 'Nothing to invoice for customer',
  });
});

test('only drafts are deleted, and only open invoices are voided', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create();
  const draft = await draftOver(stripe, customer, 1000);
  await assert.rejects(stripe.invoices.voidInvoice(draft.id), { statusCode: 400 });
  assert.equal((await stripe.invoices.del(draft.id)).deleted, true);
  const open = await stripe.invoices.finalizeInvoice((await draftOver(stripe, customer, 1000)).id);
  await assert.rejects(stripe.invoices.del(open.id), { statusCode: 400 });
  const gone = await stripe.invoices.voidInvoice(open.id);
  assert.equal(gone.status, 'void');
  assert.ok(gone.status_transitions.voided_at);
});

test('a finalized invoice is not editable', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create();
  const open = await stripe.invoices.finalizeInvoice((await draftOver(stripe, customer, 1000)).id);
  const item = { customer: customer.id, invoice: open.id, amount: 1, currency: 'usd' };
  await assert.rejects(stripe.invoiceItems.create(item), { code: 'invoice_not_editable' });
  assert.equal((await stripe.invoices.update(open.id, { metadata: { a: 'b' } })).metadata.a, 'b');
});

test('a declined card leaves the invoice open', async () => {
  const { stripe } = stripeAccount();
  const customer = await customerWith(stripe, 'pm_card_chargeCustomerFail');
  const draft = await draftOver(stripe, customer, 1000);
  await assert.rejects(stripe.invoices.pay(draft.id), { type: 'StripeCardError', statusCode: 402, code: 'card_declined' });
  const open = await stripe.invoices.retrieve(draft.id);
  assert.deepEqual([open.status, open.attempted, open.attempt_count], ['open', true, 1]);
  assert.ok((await types(stripe)).includes('invoice.payment_failed'));
});

test('an invoice whose card needs 3-D Secure waits for the customer', async () => {
  const { stripe } = stripeAccount();
  const customer = await customerWith(stripe, 'pm_card_authenticationRequired');
  const draft = await draftOver(stripe, customer, 1000);
  await assert.rejects(stripe.invoices.pay(draft.id), { statusCode: 402, code: 'invoice_payment_intent_requires_action' });
  const open = await stripe.invoices.retrieve(draft.id, { expand: ['confirmation_secret'] });
  const [intent] = open.confirmation_secret.client_secret.split('_secret_');
  assert.equal((await stripe.paymentIntents.retrieve(intent)).status, 'requires_action');
});

test('an invoice that is sent is due later, and can be paid elsewhere', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create({ email: 'erika@example.org' });
  await assert.rejects(stripe.invoices.create({ customer: customer.id, collection_method: 'send_invoice' }), { statusCode: 400 });
  const draft = await draftOver(stripe, customer, 1000, { collection_method: 'send_invoice', days_until_due: 30 });
  const sent = await stripe.invoices.sendInvoice(draft.id);
  assert.equal(sent.status, 'open');
  assert.equal(sent.due_date - sent.status_transitions.finalized_at, 30 * 86400);
  assert.equal((await stripe.invoices.pay(draft.id, { paid_out_of_band: true })).status, 'paid');
});

test("the customer's balance is applied", async () => {
  const { stripe } = stripeAccount();
  const customer = await customerWith(stripe, 'pm_card_visa', { balance: -500 });
  const open = await stripe.invoices.finalizeInvoice((await draftOver(stripe, customer, 2000)).id);
  assert.deepEqual([open.total, open.starting_balance, open.ending_balance, open.amount_due], [2000, -500, 0, 1500]);
  assert.equal((await stripe.customers.retrieve(customer.id)).balance, 0);
});

test('an invoice that advances by itself is finalized and paid after an hour', async () => {
  const { stripe, control } = stripeAccount();
  const customer = await customerWith(stripe, 'pm_card_visa');
  const draft = await draftOver(stripe, customer, 1000, { auto_advance: true });
  await control.advance('PT59M');
  assert.equal((await stripe.invoices.retrieve(draft.id)).status, 'draft');
  await control.advance('PT2M');
  assert.equal((await stripe.invoices.retrieve(draft.id)).status, 'paid');
});

test('lines are added, changed and removed', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create();
  const { id } = await stripe.invoices.create({ customer: customer.id });
  const added = await stripe.invoices.addLines(id, { lines: [{ amount: 300, description: 'x' }, { amount: 200, description: 'y' }] });
  assert.equal(added.total, 500);
  const [first, second] = added.lines.data;
  assert.equal((await stripe.invoices.updateLines(id, { lines: [{ id: first.id, amount: 400 }] })).total, 600);
  assert.equal((await stripe.invoices.removeLines(id, { lines: [{ id: second.id, behavior: 'delete' }] })).total, 400);
  assert.equal((await stripe.invoices.listLineItems(id)).data.length, 1);
});

test('a coupon takes half of an invoice', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create();
  const coupon = await stripe.coupons.create({ percent_off: 50, duration: 'once' });
  const { id } = await draftOver(stripe, customer, 1001, { discounts: [{ coupon: coupon.id }] });
  const invoice = await stripe.invoices.retrieve(id, { expand: ['discounts'] });
  assert.deepEqual([invoice.subtotal, invoice.total, invoice.total_discount_amounts[0].amount], [1001, 500, 501]);
  assert.equal(invoice.discounts[0].source.coupon, coupon.id);
});
