// What the checks of the SDKs for Node.js share: clients of the stub server, fresh accounts, the control API, an application
// that receives webhooks.
//
// To add a check: put it into stripe-*.test.mjs, twilio-*.test.mjs, cablecast-*.test.mjs, sendgrid-*.test.mjs, samsara-*.test.mjs,
// airtable-*.test.mjs or mapbox-*.test.mjs (or a new file of such a name), with an account of its own, so that it sees nothing of the
// checks that run beside it:
//
//   test('a customer that was created can be retrieved', async () => {
//     const { stripe } = stripeAccount();
//     const created = await stripe.customers.create({ name: 'Erika' });
//     assert.equal((await stripe.customers.retrieve(created.id)).name, 'Erika');
//   });
//
// Time does not pass in a check: it advances the world's clock (`await control.advance('PT1H')`), and all that became due is done
// when that returns, webhooks included. A check that is marked as skip or todo fails the build.
//
// `mvn -Pother-sdks verify` runs all of them against the packaged server. To run one file against a server that is running
// (ports 12111 to 12117, or those of STUB_STRIPE_URL, STUB_TWILIO_URL, STUB_CABLECAST_URL, STUB_SENDGRID_URL, STUB_SAMSARA_URL,
// STUB_AIRTABLE_URL, STUB_MAPBOX_URL), in stubs/sdks:
//
//   mkdir -p target/node && cp src/test/node/package*.json target/node && (cd target/node && npm ci --ignore-scripts)   # once
//   STUB_STRIPE_URL=http://127.0.0.1:12111 node --test src/test/node/stripe-customers.test.mjs
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

// The SDKs are installed into target/, so that nothing is written among the sources.
const installed = createRequire(new URL('../../../target/node/package.json', import.meta.url));

export const Stripe = installed('stripe');
export const twilioSdk = installed('twilio');
export const sendGridEvents = installed('@sendgrid/eventwebhook');
const { MailService } = installed('@sendgrid/mail');
const { Client } = installed('@sendgrid/client');
export const samsaraSdk = installed('@samsarahq/samsara');
export const Airtable = installed('airtable');

export const urls = {
  stripe: process.env.STUB_STRIPE_URL ?? 'http://127.0.0.1:12111',
  twilio: process.env.STUB_TWILIO_URL ?? 'http://127.0.0.1:12112',
  cablecast: process.env.STUB_CABLECAST_URL ?? 'http://127.0.0.1:12113',
  sendgrid: process.env.STUB_SENDGRID_URL ?? 'http://127.0.0.1:12114',
  samsara: process.env.STUB_SAMSARA_URL ?? 'http://127.0.0.1:12115',
  airtable: process.env.STUB_AIRTABLE_URL ?? 'http://127.0.0.1:12116',
  mapbox: process.env.STUB_MAPBOX_URL ?? 'http://127.0.0.1:12117',
};

const random = () => randomBytes(16).toString('hex');
const basic = (user, password) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/**
 * A new account of Stripe: `stripe` is its client, `key` its API key, `control` its world's control API.
 * `options` are those of the client, e.g. { apiVersion }.
 */
export function stripeAccount(options = {}) {
  const key = `sk_test_${random()}`;
  return { key, stripe: stripeClient(key, options), control: control(urls.stripe, `Bearer ${key}`) };
}

/** A further client of an account of Stripe. */
export function stripeClient(key, options = {}) {
  const { hostname, port, protocol } = new URL(urls.stripe);
  return new Stripe(key, { host: hostname, port: Number(port), protocol: protocol.slice(0, -1), maxNetworkRetries: 0, telemetry: false, ...options });
}

/** A new account of Twilio: `twilio` is its client, `sid` and `token` its credentials, `control` its world's control API. */
export function twilioAccount() {
  const sid = `AC${random()}`;
  const token = random();
  return { sid, token, twilio: twilioClient(sid, token), control: control(urls.twilio, basic(sid, token)) };
}

/** A further client of an account of Twilio. */
export function twilioClient(sid, token, options = {}) {
  return twilioSdk(sid, token, { httpClient: new LocalRequestClient(), ...options });
}

/** Twilio's SDK has no base URL, but an HTTP client of one's own: this one exchanges api.twilio.com (and the others) for the stub server. */
class LocalRequestClient extends twilioSdk.RequestClient {
  request(options) {
    const { pathname, search } = new URL(options.uri);
    return super.request({ ...options, uri: `${urls.twilio}${pathname}${search}` });
  }
}

/**
 * A new user of Cablecast: `get(path)`, `post(path, body)`, `put(path, body)`, `del(path)` below /cablecastapi/v1, each answered with
 * { status, headers, body }.
 */
export function cablecastAccount() {
  const user = `user-${random()}`;
  const password = random();
  const authorization = basic(user, password);
  const send = (method, path, body) => request(method, `${urls.cablecast}/cablecastapi/v1${path}`, { authorization, body });
  return {
    user,
    password,
    authorization,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    del: (path) => send('DELETE', path),
    control: control(urls.cablecast, authorization),
  };
}

/** A new organisation of Samsara: `samsara` is its client, `token` its API token, `control` its world's control API. */
export function samsaraAccount() {
  const token = `samsara_api_${random()}`;
  return { token, samsara: samsaraClient(token), control: control(urls.samsara, `Bearer ${token}`) };
}

/** A further client of an organisation of Samsara. */
export function samsaraClient(token, options = {}) {
  return new samsaraSdk.SamsaraClient({ token, environment: urls.samsara, maxRetries: 0, ...options });
}

/** A new account of SendGrid: `mail` sends, `client` makes any request, `control` is its world's control API. */
export function sendGridAccount(key = `SG.${random()}`) {
  const client = new Client();
  client.setApiKey(key);
  client.setDefaultRequest('baseUrl', urls.sendgrid);
  const mail = new MailService();
  mail.setClient(client);
  return { key, mail, client, control: control(urls.sendgrid, `Bearer ${key}`) };
}

/**
 * A new token of Airtable with a base `id`: `base` is its client, `send` requests what the client cannot, `control` is its world's control
 * API. The base has the tables Customers and Sites.
 */
export async function airtableAccount() {
  const token = `pat${random()}`;
  const account = control(urls.airtable, `Bearer ${token}`);
  const choices = ['Residential', 'Commercial'].map((name) => ({ name }));
  const { id } = await account.post('/bases', {
    name: 'Waste',
    tables: [
      {
        name: 'Customers',
        fields: [
          { name: 'Name', type: 'singleLineText' },
          { name: 'Email', type: 'email' },
          { name: 'Service', type: 'singleSelect', options: { choices } },
          { name: 'Active', type: 'checkbox' },
          { name: 'Fee', type: 'number', options: { precision: 2 } },
        ],
      },
      { name: 'Sites', fields: [{ name: 'Address', type: 'singleLineText' }] },
    ],
  });
  const airtable = new Airtable({ apiKey: token, endpointUrl: urls.airtable, noRetryIfRateLimited: true });
  const send = (method, path, body) => request(method, `${urls.airtable}${path}`, { authorization: `Bearer ${token}`, body });
  return { id, token, send, base: airtable.base(id), control: account };
}

/** A new token of Mapbox: `service(name)` is a service of its client, e.g. 'directions', `control` its world's control API. */
export function mapboxAccount(token = mapboxToken()) {
  const client = installed('@mapbox/mapbox-sdk')({ accessToken: token, origin: urls.mapbox });
  const service = (name) => installed(`@mapbox/mapbox-sdk/services/${name}`)(client);
  return { token, service, control: control(urls.mapbox, `Bearer ${token}`) };
}

/** The SDK reads the user from the token. */
function mapboxToken() {
  return `pk.${Buffer.from(JSON.stringify({ u: 'treaty', a: random() })).toString('base64')}.signature`;
}

/** What a check may do to its own world: /__treaty/… with the credentials of its account. Each throws unless the status is 2xx. */
function control(url, authorization) {
  const send = async (method, path, body) => {
    const response = await request(method, `${url}/__treaty${path}`, { authorization, body });
    if (response.status >= 300) {
      throw new Error(`${method} /__treaty${path}: ${response.status} ${JSON.stringify(response.body)}`);
    }
    return response.body;
  };
  return {
    /** Advances the clock by an ISO 8601 duration, e.g. 'PT30S' or 'P30D'. */
    advance: (duration) => send('POST', '/clock', { advance: duration }),
    /** What was sent to the application: { deliveries: [{ id, url, attempts, … }] }. */
    webhooks: () => send('GET', '/webhooks'),
    state: () => send('GET', '/state'),
    reset: () => send('POST', '/reset'),
    get: (path) => send('GET', path),
    post: (path, body = {}) => send('POST', path, body),
  };
}

/** One request by fetch. A body that is no string, form or FormData is sent as JSON; a JSON response is parsed. */
export async function request(method, url, { authorization, body, headers = {} } = {}) {
  const plain = body === undefined || typeof body === 'string' || body instanceof FormData || body instanceof URLSearchParams;
  const response = await fetch(url, {
    method,
    headers: {
      ...(authorization && { authorization }),
      ...(plain ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: plain ? body : JSON.stringify(body),
    redirect: 'manual',
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text };
}

/**
 * An application on this machine for webhooks and callbacks; closed after the check `t`.
 * `requests` is what arrived: { method, path, query, headers, body, form }. `reply(path, answer)` says what to respond from now on:
 * a text is TwiML, a number a status, a function gets the request and returns { status, headers, body }.
 */
export async function receiver(t) {
  const requests = [];
  const replies = new Map();
  const server = createServer(async (incoming, response) => {
    const chunks = [];
    for await (const chunk of incoming) {
      chunks.push(chunk);
    }
    const url = new URL(incoming.url, 'http://127.0.0.1');
    const body = Buffer.concat(chunks).toString();
    const received = {
      method: incoming.method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: incoming.headers,
      body,
      form: Object.fromEntries(new URLSearchParams(body)),
    };
    requests.push(received);
    const reply = answer(replies.get(url.pathname), received);
    response.writeHead(reply.status ?? 200, reply.headers ?? {});
    response.end(reply.body ?? '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    requests,
    at: (path) => requests.filter((each) => each.path === path),
    url: (path) => `http://127.0.0.1:${server.address().port}${path}`,
    reply: (path, reply) => replies.set(path, reply),
  };
}

function answer(reply, received) {
  switch (typeof reply) {
    case 'function':
      return reply(received);
    case 'number':
      return { status: reply };
    case 'string':
      return { headers: { 'content-type': 'text/xml' }, body: reply };
    default:
      return reply ?? {};
  }
}
