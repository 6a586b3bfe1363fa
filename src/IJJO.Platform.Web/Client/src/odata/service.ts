// Asks one OData service. The browser sends the session's cookie; a write needs no token beside it, since the cookie is SameSite and
// the service takes nothing but application/json, which no form of another site can send.
import { readModel, type Model } from './metadata';

export interface FieldMessage {
  readonly target: string;
  readonly message: string;
}

/** What a service refused, in its own words; status 0 when it could not be reached. */
export class ODataError extends Error {
  constructor(readonly status: number, readonly code: string, message: string, readonly details: readonly FieldMessage[] = []) {
    super(message);
  }

  get isOffline(): boolean { return this.status === 0; }

  get isSignedOut(): boolean { return this.status === 401; }

  get isStale(): boolean { return this.status === 412; }
}

export type Row = Record<string, unknown>;

export interface Page {
  readonly rows: Row[];
  readonly count: number | undefined;
  readonly next: string | undefined;
}

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

  address(resource: string, query: Query = {}): string {
    return `${this.root}/${address(resource, query)}`;
  }

  /** A page by its address: of the first one, or as @odata.nextLink gave it. */
  async page(address: string, size?: number, signal?: AbortSignal): Promise<Page> {
    const body = await this.send('GET', address, { headers: size ? { Prefer: `odata.maxpagesize=${size}` } : {}, signal }) as Record<string, unknown>;
    return { rows: body.value as Row[], count: body['@odata.count'] as number | undefined, next: body['@odata.nextLink'] as string | undefined };
  }

  async read(resource: string, query?: Query, signal?: AbortSignal): Promise<Row> {
    return await this.send('GET', this.address(resource, query), { signal }) as Row;
  }

  /** Changes a row; the tag is the one that the row came with. */
  async patch(resource: string, changes: Row, etag: string | undefined): Promise<Row> {
    return await this.send('PATCH', this.address(resource), { body: changes, headers: etag ? { 'If-Match': etag } : {} }) as Row;
  }

  async post(resource: string, body: Row, etag?: string): Promise<unknown> {
    return this.send('POST', this.address(resource), { body, headers: etag ? { 'If-Match': etag } : {} });
  }

  /** Several questions in one request, each with its own answer of up to a thousand rows; addresses are relative to the service. Fifty at most go at once. */
  async batch(addresses: readonly string[], signal?: AbortSignal): Promise<BatchAnswer[]> {
    const answers: BatchAnswer[] = [];
    for (let start = 0; start < addresses.length; start += 50) {
      const requests = addresses.slice(start, start + 50).map((url, index) => ({ id: `${index + 1}`, method: 'GET', url, headers: { Prefer: 'odata.maxpagesize=1000' } }));
      const body = await this.send('POST', `${this.root}/$batch`, { body: { requests }, headers: { Prefer: 'continue-on-error' }, signal }) as { responses: (BatchAnswer & { id: string })[] };
      answers.push(...requests.map(request => body.responses.find(response => response.id === request.id)!));
    }
    return answers;
  }

  private async send(method: string, address: string, options: { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal | undefined } = {}): Promise<unknown> {
    const headers: Record<string, string> = { Accept: 'application/json', ...options.headers };
    if (options.body !== undefined) headers['Content-Type'] = 'application/json';
    const answer = await this.fetch(address, {
      method, headers, credentials: 'same-origin', redirect: 'manual', signal: options.signal ?? null,
      body: options.body === undefined ? null : JSON.stringify(options.body),
    });
    if (answer.type === 'opaqueredirect') throw new ODataError(401, 'sign-in', '');
    const text = await answer.text();
    const body: unknown = text.length > 0 && answer.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : text;
    if (!answer.ok) throw refusal({ status: answer.status, body });
    return body;
  }

  private async fetch(address: string, request: RequestInit): Promise<Response> {
    try {
      return await fetch(address, request);
    } catch (problem) {
      if (problem instanceof DOMException && problem.name === 'AbortError') throw problem;
      throw new ODataError(0, 'offline', '');
    }
  }
}

/** What an answer says that is none, in a batch or alone. */
export function refusal({ status, body }: Pick<BatchAnswer, 'status' | 'body'>): ODataError {
  const error = (body as { error?: { code?: string; message?: string; details?: FieldMessage[] } } | undefined)?.error;
  return new ODataError(status, error?.code ?? `http-${status}`, error?.message ?? `HTTP ${status}`, error?.details ?? []);
}

/** The address of a set with query options, relative to a service. */
export function address(resource: string, query: Query): string {
  const options = Object.entries(query).filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => `${name}=${encodeURIComponent(value!)}`);
  return `${resource}${options.length > 0 ? `?${options.join('&')}` : ''}`;
}

/** A value as it stands in a filter or a key. */
export function literal(value: unknown, kind: string): string {
  if (value === null || value === undefined) return 'null';
  return kind === 'text' ? `'${String(value).replaceAll("'", "''")}'` : String(value);
}
