// Conferences and queues with npm twilio, written against twilio.com/docs/voice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { receiver, twilioAccount } from './support.mjs';

const FROM = '+15005550006';
const EVENTS = 'statusCallback="/events" statusCallbackEvent="start end join leave mute hold"';

/** An application whose calls do what a TwiML says; `call` makes one and lets it be answered. */
async function application(t, twiml) {
  const account = twilioAccount();
  const app = await receiver(t);
  app.reply('/voice', twiml);
  app.reply('/after', '<Response><Say>After</Say></Response>');
  return {
    ...account,
    app,
    call: async (number, path = '/voice') => {
      const call = await account.twilio.calls.create({ from: FROM, to: `+1415555010${number}`, url: app.url(path) });
      await account.control.advance('PT10S');
      return call.sid;
    },
    hangUp: async (call) => {
      await account.control.post(`/calls/${call}/hangup`);
      await account.control.advance('PT5S');
    },
    said: async (call) => (await account.control.get(`/calls/${call}`)).said,
  };
}

test('a conference is listed with its participants, who are muted, held and removed', async (t) => {
  const room = `<Response><Dial action="/after"><Conference ${EVENTS}>Room</Conference></Dial></Response>`;
  const { twilio, control, app, call, said } = await application(t, room);
  const first = await call(1);
  assert.equal((await twilio.conferences.list({ friendlyName: 'Room' }))[0].status, 'init');
  const second = await call(2);
  const [{ sid }] = await twilio.conferences.list({ status: 'in-progress' });
  const participants = await twilio.conferences(sid).participants.list();
  assert.deepEqual(participants.map((each) => each.callSid).sort(), [first, second].sort());
  const participant = twilio.conferences(sid).participants(first);
  assert.equal((await participant.update({ muted: true })).muted, true);
  assert.equal((await participant.update({ hold: true })).hold, true);
  assert.equal((await twilio.conferences(sid).participants.list({ muted: true })).length, 1);
  await participant.remove();
  await control.advance('PT10S');
  assert.deepEqual(await said(first), ['After']);
  await twilio.conferences(sid).update({ status: 'completed' });
  await control.advance('PT10S');
  const ended = await twilio.conferences(sid).fetch();
  assert.deepEqual([ended.status, ended.reasonConferenceEnded], ['completed', 'conference-ended-via-api']);
  assert.deepEqual(app.at('/events').map((each) => each.form.StatusCallbackEvent), [
    'participant-join',
    'participant-join',
    'conference-start',
    'participant-mute',
    'participant-hold',
    'participant-leave',
    'participant-leave',
    'conference-end',
  ]);
});

test('a conference ends with the one who ends it', async (t) => {
  const { twilio, app, call, hangUp, said } = await application(
    t,
    '<Response><Dial><Conference endConferenceOnExit="true">Room</Conference></Dial></Response>',
  );
  const moderator = await call(1);
  app.reply('/voice', '<Response><Dial><Conference>Room</Conference></Dial><Say>Goodbye</Say></Response>');
  const guest = await call(2);
  await hangUp(moderator);
  const [conference] = await twilio.conferences.list();
  assert.equal(conference.reasonConferenceEnded, 'participant-with-end-conference-on-exit-left');
  assert.equal(conference.callSidEndingConference, moderator);
  assert.deepEqual(await said(guest), ['Goodbye']);
});

test('somebody is called into a conference', async () => {
  const { twilio, control } = twilioAccount();
  const participant = await twilio.conferences('Sales').participants.create({ from: FROM, to: '+14155550101', label: 'customer' });
  assert.deepEqual([participant.status, participant.label], ['queued', 'customer']);
  await control.advance('PT10S');
  const [{ sid }] = await twilio.conferences.list({ friendlyName: 'Sales' });
  const joined = await twilio.conferences(sid).participants('customer').fetch();
  assert.deepEqual([joined.status, joined.callSid], ['connected', participant.callSid]);
});

test('callers wait in a queue, and agents are connected with the first', async (t) => {
  const { twilio, app, call, hangUp } = await application(t, '<Response><Enqueue action="/after">support</Enqueue></Response>');
  app.reply('/agent', '<Response><Dial action="/talked"><Queue>support</Queue></Dial></Response>');
  app.reply('/talked', '<Response><Hangup/></Response>');
  const first = await call(1);
  const second = await call(2);
  const [{ sid, currentSize }] = await twilio.queues.list();
  assert.equal(currentSize, 2);
  const front = await twilio.queues(sid).members('Front').fetch();
  assert.deepEqual([front.callSid, front.position], [first, 1]);
  const agent = await call(3, '/agent');
  assert.deepEqual((await twilio.queues(sid).members.list()).map((member) => member.callSid), [second]);
  await hangUp(agent);
  await hangUp(second);
  const results = Object.fromEntries(app.at('/after').map((each) => [each.form.CallSid, each.form.QueueResult]));
  assert.deepEqual(results, { [first]: 'bridged', [second]: 'hangup' });
  assert.deepEqual(app.at('/talked').map((each) => each.form.DialCallStatus), ['completed']);
  assert.equal(await twilio.queues(sid).remove(), true);
});

test('a caller is taken from a queue, and a full queue takes nobody', async (t) => {
  const { twilio, control, app, call, said } = await application(t, '<Response><Enqueue action="/after">support</Enqueue></Response>');
  const { sid } = await twilio.queues.create({ friendlyName: 'support', maxSize: 1 });
  await assert.rejects(twilio.queues.create({ friendlyName: 'support' }), { status: 409 });
  const first = await call(1);
  await call(2);
  assert.deepEqual(app.at('/after').map((each) => each.form.QueueResult), ['queue-full']);
  app.reply('/elsewhere', '<Response><Say>Elsewhere</Say></Response>');
  await twilio.queues(sid).members(first).update({ url: app.url('/elsewhere'), method: 'POST' });
  await control.advance('PT5S');
  assert.deepEqual(await said(first), ['Elsewhere']);
  await assert.rejects(twilio.queues(sid).members('Front').fetch(), { code: 20404 });
});

test('a caller hears the wait URL again and again, presses a key and leaves the queue', async (t) => {
  const twiml = '<Response><Enqueue waitUrl="/wait" action="/after">support</Enqueue></Response>';
  const { control, app, call, said } = await application(t, twiml);
  app.reply('/wait', '<Response><Gather numDigits="1" action="/pressed" timeout="5"><Say>Press a key</Say></Gather></Response>');
  app.reply('/pressed', '<Response><Leave/></Response>');
  const caller = await call(1);
  await control.advance('PT30S');
  assert.ok(app.at('/wait').length > 3);
  assert.deepEqual([app.at('/wait')[0].form.QueuePosition, app.at('/wait')[0].form.QueueTime], ['1', '0']);
  await control.post(`/calls/${caller}/digits`, { digits: '1' });
  await control.advance('PT5S');
  assert.deepEqual(app.at('/after').map((each) => each.form.QueueResult), ['leave']);
  assert.equal((await said(caller)).at(-1), 'After');
});
