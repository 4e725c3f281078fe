// Sending messages: their life, lists, what is refused and why.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiver, request, twilioAccount, twilioClient, twilioSdk, urls } from './support.mjs';

const FROM = '+15005550006';
const TO = '+14155550123';
const BODY = 'The polls are open until eight.';

const send = (twilio, message = {}) => twilio.messages.create({ from: FROM, to: TO, body: BODY, ...message });

test('a message is queued, sent and delivered as time passes', async () => {
  const { twilio, control } = twilioAccount();
  const created = await send(twilio);
  assert.equal(created.status, 'queued');
  await control.advance('PT1S');
  assert.equal((await created.fetch()).status, 'sent');
  await control.advance('PT2S');
  const delivered = await created.fetch();
  assert.equal(delivered.status, 'delivered');
  assert.equal(delivered.price, '-0.00750');
  assert.ok(delivered.dateSent instanceof Date);
});

test('a message has all of its fields from the start', async () => {
  const { twilio, sid } = twilioAccount();
  const message = await send(twilio);
  assert.match(message.sid, /^SM[0-9a-f]{32}$/);
  assert.deepEqual(
    [message.accountSid, message.apiVersion, message.body, message.direction, message.from, message.to],
    [sid, '2010-04-01', BODY, 'outbound-api', FROM, TO],
  );
  assert.deepEqual([message.numSegments, message.numMedia, message.priceUnit], ['1', '0', 'USD']);
  assert.deepEqual([message.price, message.errorCode, message.errorMessage, message.messagingServiceSid], [null, null, null, null]);
  assert.equal(message.uri, `/2010-04-01/Accounts/${sid}/Messages/${message.sid}.json`);
  assert.deepEqual(message.subresourceUris, { media: message.uri.replace('.json', '/Media.json') });
});

test('segments are counted by GSM-7 or UCS-2', async () => {
  const { twilio } = twilioAccount();
  const segments = async (body) => (await send(twilio, { body })).numSegments;
  assert.equal(await segments('a'.repeat(160)), '1');
  assert.equal(await segments('a'.repeat(161)), '2');
  assert.equal(await segments('€'.repeat(81)), '2'); // an escape each
  assert.equal(await segments('ж'.repeat(70)), '1');
  assert.equal(await segments('ж'.repeat(71)), '2');
});

test('the application is told of each status, signed with the auth token', async (t) => {
  const app = await receiver(t);
  const { twilio, control, sid, token } = twilioAccount();
  const message = await send(twilio, { statusCallback: app.url('/status?campaign=7') });
  await control.advance('PT1M');
  assert.deepEqual(app.requests.map(({ form }) => form.MessageStatus), ['sent', 'delivered']);
  assert.match(app.requests[1].form.RawDlrDoneDate, /^\d{10}$/); // as the carrier writes it: YYMMDDhhmm
  for (const { form, headers } of app.requests) {
    assert.deepEqual([form.MessageSid, form.SmsSid, form.AccountSid, form.To, form.From], [message.sid, message.sid, sid, TO, FROM]);
    assert.ok(twilioSdk.validateRequest(token, headers['x-twilio-signature'], app.url('/status?campaign=7'), form));
  }
});

test('a landline is not reached', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  const message = await send(twilio, { to: '+15005550030', statusCallback: app.url('/status') });
  await control.advance('PT1M');
  const undelivered = await message.fetch();
  assert.deepEqual([undelivered.status, undelivered.errorCode], ['undelivered', 30006]);
  assert.deepEqual(app.requests.map(({ form }) => form.MessageStatus), ['sent', 'undelivered']);
  assert.equal(app.requests[1].form.ErrorCode, '30006');
});

test('a callback is tried again once when nobody listens, and as often as its URL says', async (t) => {
  const app = await receiver(t);
  const { twilio, control } = twilioAccount();
  app.reply('/status', 503);
  await send(twilio, { statusCallback: app.url('/status#rc=2&rp=5xx') });
  await send(twilio, { statusCallback: app.url('/once') });
  await control.advance('PT1M');
  assert.equal(app.at('/status').length, 6);
  assert.equal(app.at('/once').length, 2);
});

for (const [name, message, code] of [
  ['nobody to send to', { to: '' }, 21604],
  ['nobody to send from', { from: '' }, 21603],
  ['no text', { body: '' }, 21602],
  ['a text of 1,601 characters', { body: 'a'.repeat(1601) }, 21617],
  ['a recipient that is no number', { to: 'Erika' }, 21211],
  ['a status callback that is no URL', { statusCallback: 'here' }, 21609],
  ['a number that the account does not own', { from: '+14155550199' }, 21606],
  ['magic: an invalid recipient', { to: '+15005550001' }, 21211],
  ['magic: a recipient that cannot be routed to', { to: '+15005550002' }, 21612],
  ['magic: a region that is not enabled', { to: '+15005550003' }, 21408],
  ['magic: a recipient who has opted out', { to: '+15005550004' }, 21610],
  ['magic: a recipient without a mobile number', { to: '+15005550009' }, 21614],
  ['magic: an invalid sender', { from: '+15005550001' }, 21212],
  ['magic: a sender that is not owned', { from: '+15005550007' }, 21606],
  ['magic: a sender with a full queue', { from: '+15005550008' }, 21611],
  ['a number of the United States without all of its digits', { to: '+1415555' }, 21211],
  ['two channels', { to: `whatsapp:${TO}` }, 21910],
  ['a messaging service that does not exist', { from: undefined, messagingServiceSid: `MG${'0'.repeat(32)}` }, 21701],
  ['a time without a messaging service', { scheduleType: 'fixed', sendAt: new Date() }, 35118],
]) {
  test(`a message is refused with ${code} for ${name}`, async () => {
    const { twilio } = twilioAccount();
    await assert.rejects(send(twilio, message), (error) => {
      assert.deepEqual([error.status, error.code, error.moreInfo], [400, code, `https://www.twilio.com/docs/errors/${code}`]);
      assert.ok(error.message.length > 10);
      return true;
    });
    assert.deepEqual(await twilio.messages.list(), []);
  });
}

test('a message that does not exist is 20404', async () => {
  const { twilio, sid } = twilioAccount();
  await assert.rejects(twilio.messages(`SM${'0'.repeat(32)}`).fetch(), (error) => {
    assert.deepEqual([error.status, error.code], [404, 20404]);
    assert.match(error.message, new RegExp(`The requested resource /2010-04-01/Accounts/${sid}/Messages/SM0+\\.json was not found`));
    return true;
  });
});

test('wrong credentials are 20003', async () => {
  const { twilio, sid } = twilioAccount();
  await send(twilio);
  await assert.rejects(send(twilioClient(sid, 'another token')), { status: 401, code: 20003, message: 'Authenticate' });
  const response = await request('GET', `${urls.twilio}/2010-04-01/Accounts/${sid}.json`);
  assert.deepEqual([response.status, response.body.code], [401, 20003]);
});

test('who has no credentials is asked for them, and a method that nothing has is 20004', async () => {
  const { sid, token } = twilioAccount();
  const messages = `${urls.twilio}/2010-04-01/Accounts/${sid}/Messages.json`;
  assert.equal((await request('GET', messages)).headers.get('www-authenticate'), 'Basic realm="Twilio API"');
  const put = await request('PUT', messages, { authorization: `Basic ${Buffer.from(`${sid}:${token}`).toString('base64')}` });
  assert.deepEqual([put.status, put.body.code], [405, 20004]);
});

test('an account does not see the messages of another', async () => {
  const one = twilioAccount();
  const another = twilioAccount();
  const message = await send(one.twilio);
  await assert.rejects(another.twilio.messages(message.sid).fetch(), { code: 20404 });
  const foreign = twilioClient(another.sid, another.token, { accountSid: one.sid });
  await assert.rejects(foreign.messages.list(), { status: 404, code: 20404 });
});

test('a list is read page by page', async () => {
  const { twilio, sid } = twilioAccount();
  for (let i = 0; i < 5; i++) {
    await send(twilio, { body: `${i}` });
  }
  const first = await twilio.messages.page({ pageSize: 2 });
  assert.deepEqual(first.instances.map(({ body }) => body), ['4', '3']);
  assert.match(first.nextPageUrl, new RegExp(`/2010-04-01/Accounts/${sid}/Messages\\.json\\?PageSize=2&Page=1&PageToken=PASM`));
  await send(twilio, { body: 'meanwhile' });
  const second = await first.nextPage();
  assert.deepEqual(second.instances.map(({ body }) => body), ['2', '1']);
  assert.deepEqual((await second.previousPage()).instances.map(({ body }) => body), ['4', '3']);
  assert.deepEqual((await (await second.nextPage()).nextPage()) ?? 'the end', 'the end');
  assert.equal((await twilio.messages.list({ pageSize: 2 })).length, 6);
  assert.equal((await twilio.messages.list({ limit: 3, pageSize: 2 })).length, 3);
});

test('every message of a list can be deleted while it is read', async () => {
  const { twilio, control } = twilioAccount();
  for (let i = 0; i < 5; i++) {
    await send(twilio);
  }
  await control.advance('PT1M');
  let page = await twilio.messages.page({ pageSize: 2 });
  while (page) {
    await Promise.all(page.instances.map((message) => message.remove()));
    page = await page.nextPage();
  }
  assert.deepEqual(await twilio.messages.list(), []);
});

test('a list is filtered by recipient, sender and day', async () => {
  const { twilio, control } = twilioAccount();
  await send(twilio, { to: '+14155550111' });
  await control.advance('P2D');
  await send(twilio);
  await control.advance('PT1M');
  const now = Date.parse((await control.get('/clock')).now);
  const count = async (filter) => (await twilio.messages.list(filter)).length;
  assert.equal(await count({ to: TO }), 1);
  assert.equal(await count({ to: '+14155550199' }), 0);
  assert.equal(await count({ from: FROM }), 2);
  assert.equal(await count({ dateSentAfter: new Date(now - 3_600_000) }), 1);
  assert.equal(await count({ dateSentBefore: new Date(now - 3_600_000) }), 1);
  assert.equal(await count({ dateSent: new Date(now) }), 1);
});

test('a message is redacted', async () => {
  const { twilio, control } = twilioAccount();
  const message = await send(twilio);
  await control.advance('PT1M');
  assert.equal((await message.update({ body: '' })).body, '');
  assert.equal((await message.fetch()).body, '');
  await assert.rejects(message.update({ body: 'something else' }), { status: 400, code: 30400 });
});

test('a message is deleted, but not while it is under way', async () => {
  const { twilio, control } = twilioAccount();
  const message = await send(twilio);
  await assert.rejects(message.remove(), { code: 20009, status: 409 });
  await control.advance('PT1S');
  await assert.rejects(message.remove(), { code: 20009 });
  await control.advance('PT1M');
  assert.equal(await message.remove(), true);
  await assert.rejects(message.fetch(), { code: 20404 });
});

test('media are listed and counted', async () => {
  const { twilio } = twilioAccount();
  const message = await send(twilio, { body: '', mediaUrl: ['https://example.com/a.png', 'https://example.com/b.mp4'] });
  assert.match(message.sid, /^MM/);
  assert.equal(message.numMedia, '2');
  const media = await twilio.messages(message.sid).media.list();
  assert.deepEqual(media.map(({ contentType }) => contentType), ['image/png', 'video/mp4']);
  assert.equal((await media[0].fetch()).parentSid, message.sid);
  await assert.rejects(send(twilio, { mediaUrl: ['nowhere'] }), { code: 21620 });
});

test('a rate limit that a test has set is kept', async () => {
  const { twilio, control } = twilioAccount();
  await control.post('/limit', { requests: 2, per: 'PT10S' });
  await send(twilio);
  await send(twilio);
  await assert.rejects(send(twilio), { status: 429, code: 20429, message: 'Too Many Requests' });
  await control.advance('PT10S');
  await send(twilio);
});
