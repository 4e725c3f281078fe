// Credit notes and the customer's balance with npm stripe, written against docs.stripe.com.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripeAccount } from './support.mjs';

async function openInvoice(stripe, amount) {
  const customer = await stripe.customers.create({
    payment_method: 'pm_card_visa',
    invoice_settings: { default_payment_method: 'pm_card_visa' },
  });
  const draft = await stripe.invoices.create({ customer: customer.id });
  await stripe.invoiceItems.create({ customer: customer.id, invoice: draft.id, amount, currency: 'usd' });
  return stripe.invoices.finalizeInvoice(draft.id);
}

test('a credit note reduces what is due of an open invoice, and nothing is due of one that is credited as a whole', async () => {
  const { stripe } = stripeAccount();
  const invoice = await openInvoice(stripe, 1000);
  const note = await stripe.creditNotes.create({ invoice: invoice.id, amount: 400, memo: 'broken' });
  assert.deepEqual([note.type, note.status, note.total, note.number], ['pre_payment', 'issued', 400, `${invoice.number}-CN-01`]);
  assert.equal((await stripe.invoices.retrieve(invoice.id)).amount_remaining, 600);
  await stripe.creditNotes.create({ invoice: invoice.id, amount: 600 });
  assert.equal((await stripe.invoices.retrieve(invoice.id)).status, 'paid');
});

test('a credit note of a paid invoice is refunded or credited to the balance, and must add up', async () => {
  const { stripe } = stripeAccount();
  const invoice = await openInvoice(stripe, 1000);
  await stripe.invoices.pay(invoice.id);
  await assert.rejects(stripe.creditNotes.create({ invoice: invoice.id, amount: 500, refund_amount: 100 }), {
    statusCode: 400,
    message: /must equal the credit note amount/,
  });
  const note = await stripe.creditNotes.create({ invoice: invoice.id, amount: 500, refund_amount: 300, credit_amount: 200 });
  assert.equal((await stripe.refunds.retrieve(note.refunds[0].refund)).amount, 300);
  assert.equal((await stripe.customers.retrieve(invoice.customer)).balance, -200);
  assert.equal((await stripe.invoices.retrieve(invoice.id)).post_payment_credit_notes_amount, 500);
});

test('a credit note of an open invoice can be void, and is previewed and listed', async () => {
  const { stripe } = stripeAccount();
  const invoice = await openInvoice(stripe, 1000);
  assert.equal((await stripe.creditNotes.preview({ invoice: invoice.id, amount: 300 })).total, 300);
  assert.equal((await stripe.creditNotes.list({ invoice: invoice.id })).data.length, 0);
  const note = await stripe.creditNotes.create({ invoice: invoice.id, amount: 300 });
  assert.equal((await stripe.creditNotes.list({ invoice: invoice.id })).data[0].id, note.id);
  assert.equal((await stripe.creditNotes.voidCreditNote(note.id)).status, 'void');
  assert.equal((await stripe.invoices.retrieve(invoice.id)).amount_remaining, 1000);
});

test('every change of the balance is a transaction of the customer', async () => {
  const { stripe } = stripeAccount();
  const customer = await stripe.customers.create();
  await stripe.customers.createBalanceTransaction(customer.id, { amount: -1500, currency: 'usd' });
  await stripe.customers.update(customer.id, { balance: -1200 });
  const draft = await stripe.invoices.create({ customer: customer.id });
  await stripe.invoiceItems.create({ customer: customer.id, invoice: draft.id, amount: 1000, currency: 'usd' });
  await stripe.invoices.finalizeInvoice(draft.id);
  const { data } = await stripe.customers.listBalanceTransactions(customer.id);
  assert.deepEqual(
    data.map((each) => [each.type, each.amount, each.ending_balance]),
    [['applied_to_invoice', 1000, -200], ['adjustment', 300, -1200], ['adjustment', -1500, -1500]],
  );
});
