// Checkout Sessions, payment links and the customer portal with npm stripe and a browser, written against docs.stripe.com.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { request, stripeAccount } from './support.mjs';

const URLS = { success_url: 'https://shop.example/ok?id={CHECKOUT_SESSION_ID}', cancel_url: 'https://shop.example/cart' };
const SHIRTS = [{ quantity: 2, price_data: { currency: 'usd', unit_amount: 1000, product_data: { name: 'T-shirt' } } }];

const payment = (stripe, more = {}) => stripe.checkout.sessions.create({ mode: 'payment', line_items: SHIRTS, ...URLS, ...more });

/** Opens the page of a session and sends its form, as a browser does. */
async function pay(url, fields = {}) {
  const page = await request('GET', url);
  const action = page.body.match(/<form[^>]*action="([^"]*)"/)[1];
  return request('POST', new URL(action, url), { body: new URLSearchParams(fields) });
}

test('the page shows what is bought, and paying it leads to success_url', async () => {
  const { stripe } = stripeAccount();
  const session = await payment(stripe, { client_reference_id: 'order-1', payment_intent_data: { metadata: { order: '1' } } });
  assert.deepEqual([session.status, session.payment_status, session.amount_total], ['open', 'unpaid', 2000]);
  const page = await request('GET', session.url);
  assert.match(page.body, /T-shirt/);
  assert.match(page.body, /\$20\.00/);
  const paid = await pay(session.url, { email: 'erika@example.org' });
  assert.equal(paid.status, 303);
  assert.equal(paid.headers.get('location'), `https://shop.example/ok?id=${session.id}`);
  const complete = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent', 'line_items'] });
  assert.deepEqual([complete.status, complete.payment_status, complete.url], ['complete', 'paid', null]);
  assert.equal(complete.payment_intent.metadata.order, '1');
  assert.equal(complete.customer_details.email, 'erika@example.org');
  assert.equal(complete.line_items.data[0].quantity, 2);
  const [event] = (await stripe.events.list({ type: 'checkout.session.completed' })).data;
  assert.equal(event.data.object.id, session.id);
});

test('a declined card can be replaced', async () => {
  const { stripe } = stripeAccount();
  const session = await payment(stripe);
  const declined = await pay(session.url, { card_number: '4000 0000 0000 0002' });
  assert.equal(declined.status, 402);
  assert.match(declined.body, /declined/);
  assert.equal((await stripe.checkout.sessions.retrieve(session.id)).status, 'open');
  assert.equal((await pay(session.url)).status, 303);
  assert.equal((await stripe.checkout.sessions.retrieve(session.id)).payment_status, 'paid');
});

test('a session for direct debits is complete at once, and paid days later', async () => {
  const { stripe, control } = stripeAccount();
  const items = [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 1000, product_data: { name: 'T-shirt' } } }];
  const session = await payment(stripe, { line_items: items, payment_method_types: ['sepa_debit'] });
  await pay(session.url);
  const complete = await stripe.checkout.sessions.retrieve(session.id);
  assert.deepEqual([complete.status, complete.payment_status], ['complete', 'unpaid']);
  await control.advance('P20D');
  assert.equal((await stripe.checkout.sessions.retrieve(session.id)).payment_status, 'paid');
  assert.equal((await stripe.events.list({ type: 'checkout.session.async_payment_succeeded' })).data.length, 1);
});

test('3-D Secure comes back to the session', async () => {
  const { stripe } = stripeAccount();
  const session = await payment(stripe);
  const bank = (await pay(session.url, { card_number: '4000002760003184' })).headers.get('location');
  const back = (await request('POST', bank, { body: new URLSearchParams({ outcome: 'complete' }) })).headers.get('location');
  const done = await request('GET', back);
  assert.equal(done.headers.get('location'), `https://shop.example/ok?id=${session.id}`);
  assert.equal((await stripe.checkout.sessions.retrieve(session.id)).payment_status, 'paid');
});

test('a subscription begins when it is paid', async () => {
  const { stripe } = stripeAccount();
  const price = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 2000,
    recurring: { interval: 'month' },
    product_data: { name: 'Gold' },
  });
  const session = await stripe.checkout.sessions.create({
    mode: 'subscription',
    line_items: [{ price: price.id, quantity: 1 }],
    customer_email: 'erika@example.org',
    subscription_data: { metadata: { plan: 'gold' } },
    ...URLS,
  });
  assert.equal((await pay(session.url, { card_number: '4000000000000341' })).status, 402);
  assert.equal((await stripe.subscriptions.list({ status: 'all' })).data.length, 0);
  assert.equal((await pay(session.url)).status, 303);
  const complete = await stripe.checkout.sessions.retrieve(session.id, { expand: ['subscription', 'invoice', 'customer'] });
  assert.deepEqual([complete.subscription.status, complete.subscription.metadata.plan], ['active', 'gold']);
  assert.deepEqual([complete.invoice.status, complete.customer.email], ['paid', 'erika@example.org']);
});

test('a card is set up without a payment', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create();
  const session = await stripe.checkout.sessions.create({ mode: 'setup', customer: customer.id, currency: 'usd', ...URLS });
  assert.equal(session.payment_status, 'no_payment_required');
  await pay(session.url);
  const complete = await stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent'] });
  assert.deepEqual([complete.status, complete.setup_intent.status], ['complete', 'succeeded']);
  assert.equal((await stripe.customers.listPaymentMethods(customer.id)).data.length, 1);
});

test('a session expires on request, or after a day', async () => {
  const { stripe, control } = stripeAccount();
  const session = await payment(stripe);
  const expired = await stripe.checkout.sessions.expire(session.id);
  assert.deepEqual([expired.status, expired.url], ['expired', null]);
  await assert.rejects(stripe.checkout.sessions.expire(session.id), { statusCode: 400 });
  const other = await payment(stripe);
  await control.advance('PT25H');
  assert.equal((await stripe.checkout.sessions.retrieve(other.id)).status, 'expired');
  assert.equal((await stripe.events.list({ type: 'checkout.session.expired' })).data.length, 2);
});

test('modes and prices must fit', async () => {
  const { stripe } = stripeAccount();
  await assert.rejects(payment(stripe, { mode: 'subscription' }), { statusCode: 400, param: 'line_items' });
  await assert.rejects(stripe.checkout.sessions.create({ mode: 'payment', ...URLS }), { code: 'parameter_missing' });
  await assert.rejects(payment(stripe, { expires_at: Math.floor(Date.now() / 1000) + 60 }), { param: 'expires_at' });
  await assert.rejects(payment(stripe, { subscription_data: { trial_period_days: 7 } }), { param: 'subscription_data' });
});

test('a bank debit is paid later', async () => {
  const { stripe, control } = stripeAccount();
  const session = await payment(stripe, { payment_method_types: ['us_bank_account'] });
  await pay(session.url, { payment_method: 'pm_usBankAccount_success' });
  const waiting = await stripe.checkout.sessions.retrieve(session.id);
  assert.deepEqual([waiting.status, waiting.payment_status], ['complete', 'unpaid']);
  await control.advance('PT1M');
  assert.equal((await stripe.checkout.sessions.retrieve(session.id)).payment_status, 'paid');
  assert.equal((await stripe.events.list({ type: 'checkout.session.async_payment_succeeded' })).data.length, 1);
});

test('a promotion code that the customer types takes something off', async () => {
  const { stripe } = stripeAccount();
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'once' });
  await stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: coupon.id }, code: 'TEN' });
  const session = await payment(stripe, { allow_promotion_codes: true });
  await pay(session.url, { promotion_code: 'TEN' });
  const complete = await stripe.checkout.sessions.retrieve(session.id);
  assert.deepEqual([complete.amount_total, complete.total_details.amount_discount], [1800, 200]);
});

test('a payment link leads to a session, and the portal has a page', async () => {
  const { stripe } = stripeAccount();
  const price = await stripe.prices.create({ currency: 'usd', unit_amount: 500, product_data: { name: 'Sticker' } });
  const link = await stripe.paymentLinks.create({ line_items: [{ price: price.id, quantity: 1 }] });
  const visit = await request('GET', link.url);
  assert.equal(visit.status, 303);
  assert.match((await request('GET', visit.headers.get('location'))).body, /Sticker/);
  const customer = await stripe.customers.create();
  const portal = await stripe.billingPortal.sessions.create({ customer: customer.id, return_url: 'https://shop.example' });
  assert.equal((await request('GET', portal.url)).status, 200);
});

test('a paid session has an invoice if it asks for one', async () => {
  const { stripe } = stripeAccount();
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: 'once' });
  const invoice_data = { description: 'Thank you', footer: 'See you', metadata: { order: '9' }, custom_fields: [{ name: 'PO', value: '7' }] };
  const session = await payment(stripe, { discounts: [{ coupon: coupon.id }], invoice_creation: { enabled: true, invoice_data } });
  assert.equal(session.invoice, null);
  await pay(session.url, { email: 'erika@example.org' });
  const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['invoice', 'customer'] });
  assert.equal(paid.customer.email, 'erika@example.org');
  const { invoice } = paid;
  assert.deepEqual([invoice.status, invoice.total, invoice.amount_paid], ['paid', 1800, 1800]);
  assert.deepEqual([invoice.description, invoice.footer, invoice.customer], ['Thank you', 'See you', paid.customer.id]);
  assert.deepEqual(invoice.metadata, { order: '9' });
  assert.equal(invoice.custom_fields[0].value, '7');
  assert.equal(invoice.lines.data[0].quantity, 2);
  const [payments] = (await stripe.invoicePayments.list({ invoice: invoice.id })).data;
  assert.equal(payments.payment.payment_intent, paid.payment_intent);
  assert.equal((await stripe.events.list({ type: 'invoice.paid' })).data.length, 1);
});
