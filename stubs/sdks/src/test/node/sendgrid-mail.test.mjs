// Sending mail with @sendgrid/mail: what is accepted, what becomes of it, what is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiver, sendGridAccount, sendGridEvents } from './support.mjs';

const MAIL = { to: 'jane@example.org', from: 'sender@example.com', subject: 'Your invoice', text: 'You owe us 42 €.', html: '<b>42 €</b>' };
const ALL = ['processed', 'dropped', 'delivered', 'deferred', 'bounce', 'open', 'click', 'spam_report', 'unsubscribe', 'group_unsubscribe', 'group_resubscribe'];

async function events(t, client) {
  const app = await receiver(t);
  const settings = Object.fromEntries(ALL.map((name) => [name, true]));
  const [, { id }] = await client.request({ method: 'POST', url: '/v3/user/webhooks/event/settings', body: { enabled: true, url: app.url('/events'), ...settings } });
  return { app, id, all: () => app.at('/events').flatMap(({ body }) => JSON.parse(body)) };
}

test('a mail is accepted, and delivered as time passes', async (t) => {
  const { mail, client, control } = sendGridAccount();
  const { all } = await events(t, client);
  const [response] = await mail.send({ ...MAIL, customArgs: { reference: 'invoice-42' }, categories: ['invoice'] });
  assert.equal(response.statusCode, 202);
  assert.equal(response.body, '');
  await control.advance('PT1S');
  assert.deepEqual(all().map(({ event }) => event), ['processed', 'delivered']);
  assert.equal(all()[1].reference, 'invoice-42');
  assert.ok(all()[1].sg_message_id.startsWith(response.headers['x-message-id']));
  const { mails: [got] } = await control.get('/mails?to=jane@example.org');
  assert.deepEqual([got.subject, got.text, got.html, got.status], ['Your invoice', 'You owe us 42 €.', '<b>42 €</b>', 'delivered']);
});

test('sendMultiple sends a mail to each, who do not see each other', async (t) => {
  const { mail, client, control } = sendGridAccount();
  const { all } = await events(t, client);
  await mail.sendMultiple({ ...MAIL, to: ['a@example.org', 'b@example.org'] });
  await control.advance('PT1S');
  assert.deepEqual(all().filter(({ event }) => event === 'delivered').map(({ email }) => email), ['a@example.org', 'b@example.org']);
});

test('several mails in one call are all sent', async () => {
  const { mail, control } = sendGridAccount();
  const answers = await mail.send([MAIL, { ...MAIL, to: 'joe@example.org' }]);
  assert.deepEqual(answers.map(([{ statusCode }]) => statusCode), [202, 202]);
  assert.equal((await control.get('/mails')).mails.length, 2);
});

test('an attachment is sent, and one that is not base64 is refused', async () => {
  const { mail } = sendGridAccount();
  const attachment = { content: Buffer.from('PDF').toString('base64'), filename: 'invoice.pdf', type: 'application/pdf', disposition: 'attachment' };
  const [{ statusCode }] = await mail.send({ ...MAIL, attachments: [attachment] });
  assert.equal(statusCode, 202);
  await refused(mail.send({ ...MAIL, attachments: [{ ...attachment, content: 'not base64!' }] }), 400, 'attachments.0.content');
});

test('a mail without subject and content is refused with both fields', async () => {
  const { mail } = sendGridAccount();
  await assert.rejects(mail.send({ to: MAIL.to, from: MAIL.from, subject: '', text: ' ' }), ({ code, response }) => {
    assert.equal(code, 400);
    assert.ok(response.body.errors.every(({ message, field, help }) => message && field && help === null));
    return true;
  });
});

test('the same recipient twice is refused', async () => {
  const { mail } = sendGridAccount();
  await refused(mail.send({ ...MAIL, cc: 'JANE@example.org' }), 400, 'personalizations.0');
});

test('a sender who is not verified is forbidden', async () => {
  const { mail } = sendGridAccount();
  await refused(mail.send({ ...MAIL, from: 'sender@unverified.example.com' }), 403, 'from');
});

test('a revoked key is unauthorized', async () => {
  const { mail } = sendGridAccount('SG.revoked');
  await refused(mail.send(MAIL), 401, null);
});

test('a rate limit that a test has set is kept, and says when it is over', async () => {
  const { mail, control } = sendGridAccount();
  await control.post('/limit', { requests: 1, per: 'PT10S' });
  await mail.send(MAIL);
  await assert.rejects(mail.send(MAIL), ({ code, response: { headers, body } }) => {
    assert.equal(code, 429);
    assert.equal(headers['x-ratelimit-remaining'], '0');
    assert.match(headers['x-ratelimit-reset'], /^\d{10}$/);
    assert.equal(body.errors[0].message, 'too many requests');
    return true;
  });
  await control.advance('PT10S');
  await mail.send(MAIL);
});

test('an address that bounced gets no further mail until its bounce is removed', async (t) => {
  const { mail, client, control } = sendGridAccount();
  const { all } = await events(t, client);
  const send = async () => {
    await mail.send({ ...MAIL, to: 'bounce@example.org' });
    await control.advance('PT1M');
  };
  await send();
  await send();
  assert.deepEqual(all().map(({ event }) => event), ['processed', 'bounce', 'dropped']);
  assert.equal(all()[2].reason, 'Bounced Address');
  const [, bounces] = await client.request({ method: 'GET', url: '/v3/suppression/bounces' });
  assert.deepEqual(bounces.map(({ email, status }) => [email, status]), [['bounce@example.org', '5.1.1']]);
  const [{ statusCode }] = await client.request({ method: 'DELETE', url: '/v3/suppression/bounces/bounce@example.org' });
  assert.equal(statusCode, 204);
  await send();
  assert.equal(all().at(-1).event, 'bounce');
});

test('who unsubscribes is on the global list, and is dropped', async (t) => {
  const { mail, client, control } = sendGridAccount();
  const { all } = await events(t, client);
  await client.request({ method: 'POST', url: '/v3/asm/suppressions/global', body: { recipient_emails: ['jane@example.org'] } });
  await mail.send(MAIL);
  await control.advance('PT1S');
  assert.deepEqual(all().map(({ event, reason }) => [event, reason]), [['dropped', 'Unsubscribed Address']]);
  const suppressed = async () => (await client.request({ method: 'GET', url: '/v3/asm/suppressions/global/jane@example.org' }))[1];
  assert.deepEqual(await suppressed(), { recipient_email: 'jane@example.org' });
  await client.request({ method: 'DELETE', url: '/v3/asm/suppressions/global/jane@example.org' });
  assert.deepEqual(await suppressed(), {});
});

test('a dynamic template is filled for each recipient', async () => {
  const { mail, client, control } = sendGridAccount();
  const [, { id }] = await client.request({ method: 'POST', url: '/v3/templates', body: { name: 'Welcome', generation: 'dynamic' } });
  await client.request({
    method: 'POST',
    url: `/v3/templates/${id}/versions`,
    body: { name: 'First', subject: 'Welcome, {{name}}', html_content: '{{#if bins}}{{#each bins}}<li>{{this}}</li>{{/each}}{{else}}none{{/if}}' },
  });
  await mail.send({ from: MAIL.from, to: MAIL.to, templateId: id, dynamicTemplateData: { name: 'Jane', bins: ['paper', '<glass>'] } });
  const { mails: [got] } = await control.get('/mails');
  assert.deepEqual([got.subject, got.html], ['Welcome, Jane', '<li>paper</li><li>&lt;glass&gt;</li>']);
});

test('a scheduled mail is canceled with its batch', async (t) => {
  const { mail, client, control } = sendGridAccount();
  const { all } = await events(t, client);
  const [, { batch_id: batchId }] = await client.request({ method: 'POST', url: '/v3/mail/batch' });
  const { seconds } = await control.get('/clock');
  await mail.send({ ...MAIL, sendAt: seconds + 3600, batchId });
  await client.request({ method: 'POST', url: '/v3/user/scheduled_sends', body: { batch_id: batchId, status: 'cancel' } });
  await control.advance('PT2H');
  assert.deepEqual(all(), []);
});

test('a signed webhook is accepted by the SDK, and nothing else is', async (t) => {
  const { mail, client, control } = sendGridAccount();
  const { app, id } = await events(t, client);
  const [, { public_key: key }] = await client.request({ method: 'PATCH', url: `/v3/user/webhooks/event/settings/signed/${id}`, body: { enabled: true } });
  await mail.send(MAIL);
  await control.advance('PT1S');
  const { EventWebhook, EventWebhookHeader } = sendGridEvents;
  const webhook = new EventWebhook();
  const publicKey = webhook.convertPublicKeyToECDSA(key);
  assert.equal(app.at('/events').length, 2);
  for (const { body, headers } of app.at('/events')) {
    const signature = headers[EventWebhookHeader.SIGNATURE().toLowerCase()];
    const timestamp = headers[EventWebhookHeader.TIMESTAMP().toLowerCase()];
    assert.ok(webhook.verifySignature(publicKey, body, signature, timestamp));
    assert.ok(!webhook.verifySignature(publicKey, body.trim(), signature, timestamp));
    assert.ok(!webhook.verifySignature(publicKey, body, signature, '1768469400'));
  }
});

test('events that the application did not receive are sent again', async (t) => {
  const { mail, client, control } = sendGridAccount();
  const { app } = await events(t, client);
  app.reply('/events', 500);
  await mail.send(MAIL);
  await control.advance('PT30S');
  assert.equal(app.requests.length, 2);
  app.reply('/events', 204);
  await control.advance('P2D');
  assert.equal(app.requests.length, 4);
  assert.deepEqual(app.requests.slice(2).map(({ body }) => body), app.requests.slice(0, 2).map(({ body }) => body));
});

test('what is not covered says so in the shape of SendGrid', async () => {
  const { client } = sendGridAccount();
  await assert.rejects(client.request({ method: 'GET', url: '/v3/marketing/contacts' }), ({ code, response }) => {
    assert.equal(code, 404);
    assert.match(response.body.errors[0].message, /does not cover/);
    assert.ok(response.headers['treaty-not-covered']);
    return true;
  });
});

const refused = (promise, status, field) =>
  assert.rejects(promise, ({ code, response }) => {
    assert.deepEqual([code, response.body.errors[0].field], [status, field]);
    return true;
  });
