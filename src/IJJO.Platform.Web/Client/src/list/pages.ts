import type { Row, Service } from '../odata/service';

// The first rows soon, then in large steps.
const firstRows = 50;
const moreRows = 200;

/** The rows of a list, page after page by the links that the service gives. */
export class Pages {
  count: number | undefined;
  private next: string | undefined;
  private reading = new AbortController();
  private isAsking = false;

  constructor(private readonly service: Service) {}

  /** From the beginning; nothing when another reading has overtaken this one. */
  async first(address: string): Promise<Row[] | undefined> {
    this.reading.abort();
    this.reading = new AbortController();
    this.isAsking = false;
    this.next = undefined;
    return this.ask(address, firstRows);
  }

  /** What comes after; nothing when that is all, or is being asked already. */
  async more(): Promise<Row[] | undefined> {
    return this.next === undefined || this.isAsking ? undefined : this.ask(this.next, moreRows);
  }

  private async ask(address: string, size: number): Promise<Row[] | undefined> {
    const { signal } = this.reading;
    this.isAsking = true;
    try {
      const page = await this.service.page(address, size, signal);
      if (signal.aborted) return undefined;
      this.next = page.next;
      this.count = page.count ?? this.count;
      return page.rows;
    } catch (problem) {
      if (signal.aborted) return undefined;
      throw problem;
    } finally {
      if (!signal.aborted) this.isAsking = false;
    }
  }
}
