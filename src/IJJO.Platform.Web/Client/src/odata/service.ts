// Asks an OData service with the session's cookie. What it asks changes nothing; the cookie is SameSite, and a batch is application/json, which no form of another site can send.
import { readModel, type Model } from './metadata';

/** What a service refused, in its own words; status 0 when it could not be reached. */
export class ODataError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }

  get isOffline(): boolean { return this.status === 0; }

  get isSignedOut(): boolean { return this.status === 401; }
}

export type Row = Record<string, unknown>;

export type Query = Readonly<Record<string, string | undefined>>;

export interface BatchAnswer {
  readonly status: number;
  readonly body: unknown;
}

export class Service {
  /** The address of the service, such as /odata/library. */
  constructor(readonly root: string) {}

  async model(): Promise<Model> {
    return readModel(await this.send('GET', `${this.root}/$metadata`));
  }

  /** Several questions in one request, each with its own answer of up to a thousand rows; addresses are relative to the service. Fifty at most go at once. */
  async batch(addresses: readonly string[]): Promise<BatchAnswer[]> {
    const answers: BatchAnswer[] = [];
    for (let start = 0; start < addresses.length; start += 50) {
      const requests = addresses.slice(start, start + 50).map((url, index) => ({ id: `${index + 1}`, method: 'GET', url, headers: { Prefer: 'odata.maxpagesize=1000' } }));
      const body = await this.send('POST', `${this.root}/$batch`, { requests }) as { responses: (BatchAnswer & { id: string })[] };
      answers.push(...requests.map(request => body.responses.find(response => response.id === request.id)!));
    }
    return answers;
  }

  private async send(method: string, address: string, asked?: unknown): Promise<unknown> {
    const headers = { Accept: 'application/json', ...(asked === undefined ? {} : { 'Content-Type': 'application/json', Prefer: 'continue-on-error' }) };
    const answer = await reach(address, { method, headers, credentials: 'same-origin', redirect: 'manual', body: asked === undefined ? null : JSON.stringify(asked) });
    if (answer.type === 'opaqueredirect') throw new ODataError(401, '');
    const text = await answer.text();
    const body: unknown = text.length > 0 && answer.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : text;
    if (!answer.ok) throw refusal({ status: answer.status, body });
    return body;
  }
}

/** What an answer says that is none, in a batch or alone. */
export function refusal({ status, body }: BatchAnswer): ODataError {
  const error = (body as { error?: { message?: string } } | undefined)?.error;
  return new ODataError(status, error?.message ?? `HTTP ${status}`);
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch {
    throw new ODataError(0, '');
  }
}

/** The address of a set with query options, relative to a service. */
export function address(resource: string, query: Query): string {
  const options = Object.entries(query).filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => `${name}=${encodeURIComponent(value!)}`);
  return `${resource}${options.length > 0 ? `?${options.join('&')}` : ''}`;
}
